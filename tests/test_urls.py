from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic.urls import identifier_url, is_orcid, safe_url

TRICKS = [
    "",
    "   ",
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "java\u00adscript:alert(1)",
    "java\u2028script:alert(1)",
    "java&#115;cript:alert(1)",
    "java&amp;#115;cript:alert(1)",
    "java&amp;amp;amp;amp;amp;#115;cript:alert(1)",
    "&#106;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript&colon;alert(1)",
    "https&#58;//example.org",
    "vbscript:x",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "tel:123",
    "weixin://dl/chat?x",
    "page:1",
    "//example.org",
    "&#47;/example.org",
    "/\\example.org",
    "\\\\example.org",
    "https:\\\\example.org",
    "https:/example.org",
    "https:example.org",
    "https:///path",
    "http:",
    "http://[half",
    "https://exam ple.org",
    "mailto:",
    "mailto:nobody",
]

GOOD = [
    ("https://example.org", "https://example.org"),
    (" https://example.org/a?b=1&copy=2#c\n", "https://example.org/a?b=1&copy=2#c"),
    ("HTTPS://Example.org/", "https://Example.org/"),
    ("https://example.org/a b", "https://example.org/a%20b"),
    ('https://example.org/"onclick="x', "https://example.org/%22onclick=%22x"),
    ("https://example.org/<b>", "https://example.org/%3Cb%3E"),
    ("https://example.org/{{ x }}", "https://example.org/%7B%7B%20x%20%7D%7D"),
    ("https://example.org/%20(1)", "https://example.org/%20(1)"),
    ("https://例え.jp/ü", "https://例え.jp/ü"),
    ("mailto:me@example.org?subject=Hi", "mailto:me@example.org?subject=Hi"),
    ("papers/one.pdf", "papers/one.pdf"),
    ("../one.pdf", "../one.pdf"),
    ("/one.pdf", "/one.pdf"),
    ("a/b:c", "a/b:c"),
    ("?page=1", "?page=1"),
    ("#talks", "#talks"),
]

IDENTIFIERS = [
    ("doi", "10.1145/3369583.3392686", "https://doi.org/10.1145/3369583.3392686"),
    ("DOI", "doi:10.1145/1", "https://doi.org/10.1145/1"),
    ("doi", "https://dx.doi.org/10.1145/1.", "https://doi.org/10.1145/1"),
    ("doi", "10.1002/(SICI)1097<4:5>3.0.CO;2-#", "https://doi.org/10.1002/(SICI)1097%3C4:5%3E3.0.CO;2-%23"),
    ("doi", "https://doi.org/10.1002/a%3Cb", "https://doi.org/10.1002/a%3Cb"),
    ("doi", "https://example.org/paper", "https://example.org/paper"),
    ("doi", "to appear", None),
    ("doi", "javascript:alert(1)", None),
    ("arxiv", "2310.06770", "https://arxiv.org/abs/2310.06770"),
    ("arxiv", "arXiv:2310.06770v2 [cs.CL]", "https://arxiv.org/abs/2310.06770v2"),
    ("arxiv", "https://arxiv.org/pdf/2310.06770.pdf", "https://arxiv.org/abs/2310.06770"),
    ("arxiv", "hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
    ("arxiv", "math.GT/0309136v1", "https://arxiv.org/abs/math.GT/0309136v1"),
    ("arxiv", "2310.0677", "https://arxiv.org/abs/2310.0677"),
    ("arxiv", "23100677", None),
    ("hal", "hal-01234567v2", "https://hal.science/hal-01234567v2"),
    ("hal", "https://inria.hal.science/tel-01234567", "https://hal.science/tel-01234567"),
    ("pmid", "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
    ("pmid", "PMID: 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
    ("pmcid", "PMC123456", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"),
    ("pmcid", "123456", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"),
    ("isbn", "978-3-16-148410-0", "https://search.worldcat.org/search?q=bn:978-3-16-148410-0"),
    ("isbn", "080442957X", "https://search.worldcat.org/search?q=bn:080442957X"),
    ("openreview", "SkxpxJBKwS", "https://openreview.net/forum?id=SkxpxJBKwS"),
    ("openreview", "https://openreview.net/pdf?id=SkxpxJBKwS", "https://openreview.net/forum?id=SkxpxJBKwS"),
    ("acl", "P18-1001", "https://aclanthology.org/P18-1001/"),
    ("acl", "https://aclanthology.org/2020.acl-main.1.pdf", "https://aclanthology.org/2020.acl-main.1/"),
    ("dblp", "DBLP:conf/hpdc/Li24", "https://dblp.org/rec/conf/hpdc/Li24"),
    ("dblp", "https://dblp.org/rec/conf/hpdc/Li24.html", "https://dblp.org/rec/conf/hpdc/Li24"),
    ("zenodo", "10.5281/zenodo.1234567", "https://zenodo.org/records/1234567"),
    ("zenodo", "https://zenodo.org/record/1234567", "https://zenodo.org/records/1234567"),
    ("osf", "ab12c", "https://osf.io/ab12c/"),
    ("huggingface", "datasets/who/what", "https://huggingface.co/datasets/who/what"),
    ("semanticscholar", "CorpusID:123", "https://api.semanticscholar.org/CorpusID:123"),
    ("semanticscholar", "a" * 40, f"https://www.semanticscholar.org/paper/{'a' * 40}"),
    ("openalex", "W2741809807", "https://openalex.org/W2741809807"),
    ("unknown", "2310.06770", None),
    ("unknown", "https://example.org", "https://example.org"),
]  # fmt: skip


@pytest.mark.parametrize("url", TRICKS)
def test_a_trick_is_refused(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(("url", "expected"), GOOD)
def test_a_good_address_passes(url: str, expected: str) -> None:
    assert safe_url(url) == expected


@given(st.text() | st.text("javscriptdahmlo:/\\&#;\t\n 10", max_size=30))
def test_what_passes_is_harmless_and_stays_as_it_is(url: str) -> None:
    safe = safe_url(url)
    if safe is not None:
        assert urlsplit(safe).scheme in ("", "http", "https", "mailto")
        assert not set(safe) & set("\"'<>`\\{} \n\t")
        assert not safe.startswith("//")
        assert safe_url(safe) == safe


@pytest.mark.parametrize(("kind", "value", "expected"), IDENTIFIERS)
def test_where_an_identifier_leads(kind: str, value: str, expected: str | None) -> None:
    assert identifier_url(kind, value) == expected


@given(st.sampled_from([row[0] for row in IDENTIFIERS]), st.text())
def test_an_identifier_never_makes_an_unsafe_address(kind: str, value: str) -> None:
    url = identifier_url(kind, value)
    assert url is None or safe_url(url) == url


def test_the_check_digit_of_an_orcid() -> None:
    assert is_orcid("0000-0002-1825-0097")
    assert is_orcid("0000-0002-1694-233X")
    assert not is_orcid("0000-0002-1825-0098")
    assert not is_orcid("0000000218250097")

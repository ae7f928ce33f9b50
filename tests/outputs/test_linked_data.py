from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic.outputs import linked_data
from mkdocs_academic.outputs.addresses import resolver
from mkdocs_academic.sections.profile import Profile

from .papers import EVERYTHING, HOME, records
from .vocabulary import assert_valid

RESOLVE = resolver(HOME)
URL = f"{HOME}publications/p/"
ORCID = "https://orcid.org/0000-0002-1825-0097"
PROFILE = Profile.model_validate(
    {
        "name": "Jan van der Berg",
        "aliases": ["J. v. d. Berg", "扬"],
        "role": "Professor of :material-water: **Water**",
        "affiliation": "[University of Nowhere](https://u.example)\nInstitute & Co",
        "avatar": "img/me.jpg",
        "bio": "Works on *water*.",
        "email": "jan@x.example",
        "cv": "cv.pdf",
        "links": {"orcid": "0000-0002-1825-0097", "github": "jan", "website": "https://x.example"},
    }
)
DATA = records(EVERYTHING, owner="Jan van der Berg", people={"John Doe": ORCID})  # type: ignore[arg-type]
ALL = {one.key: one for one in DATA}


def node(key: str, **more: Any) -> dict[str, Any]:
    found = linked_data.scholarly_article(ALL[key], url=URL, resolve=RESOLVE, **more)
    assert_valid(found)
    return found


def test_article() -> None:
    owner = linked_data.person(PROFILE, url=HOME, resolve=RESOLVE)
    image, pdf = f"{HOME}a.png", f"{URL}p.pdf"
    assert node("berg2021", image=image, pdf_url=pdf, owner=owner) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": URL,
        "url": URL,
        "name": "Why Water Flows: NASA & O(n log n): A Study",
        "headline": "Why Water Flows: NASA & O(n log n): A Study",
        "author": [
            {
                "@type": "Person",
                "@id": ORCID,
                "name": "Jan van der Berg",
                "givenName": "Jan",
                "familyName": "van der Berg",
                "url": HOME,
                "sameAs": [ORCID, "https://github.com/jan", "https://x.example"],
            },
            {
                "@type": "Person",
                "@id": ORCID,
                "name": "John Doe, Jr.",
                "givenName": "John",
                "familyName": "Doe",
                "honorificSuffix": "Jr.",
                "sameAs": [ORCID],
            },
            {"@type": "Organization", "name": "The Consortium, Inc."},
            {"@type": "Person", "name": "张 伟", "givenName": "伟", "familyName": "张"},
        ],
        "datePublished": "2021-10-05",
        "abstract": "Wet & cold. x_i² ≤ 1",
        "keywords": ["water", "flow, slow"],
        "inLanguage": "de",
        "award": "Best Paper",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "image": image,
        "identifier": [
            {
                "@type": "PropertyValue",
                "propertyID": "doi",
                "value": "10.1234/jir_7",
                "url": "https://doi.org/10.1234/jir_7",
            }
        ],
        "sameAs": ["https://doi.org/10.1234/jir_7"],
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": pdf,
            "encodingFormat": "application/pdf",
        },
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "12",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "Journal of Invented Results",
                    "issn": ["1234-5679", "2345-678X"],
                },
            },
        },
        "publisher": {"@type": "Organization", "name": "Nowhere Press"},
        "pageStart": "101",
        "pageEnd": "117",
    }


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        ("one", "ScholarlyArticle", {"isPartOf": {
            "@type": "Book", "name": "Proc. of Everything", "isbn": ["978-0-306-40615-7"],
            "isPartOf": {"@type": "BookSeries", "name": "Lecture Notes"}}}),
        ("doe2019", "Thesis", {"inSupportOf": "PhD thesis", "sourceOrganization": {
            "@type": "Organization", "name": "University of Nowhere"}}),
        ("rep", "Report", {"reportNumber": "TR-7",
                           "publisher": {"@type": "Organization", "name": "Institute"}}),
        ("pre", "ScholarlyArticle", {"sameAs": ["https://arxiv.org/abs/2101.00001v2"]}),
        ("corr", "ScholarlyArticle", {"sameAs": ["https://arxiv.org/abs/2101.00002"]}),
        ("book", "Book", {"isbn": ["0-306-40615-2"], "bookEdition": "2nd"}),
        ("chapter", "Chapter", {"pageStart": "e7", "editor": [
            {"@type": "Person", "name": "John Roe", "givenName": "John", "familyName": "Roe"}]}),
        ("code", "SoftwareSourceCode", {"codeRepository": "https://x.example/code",
                                        "version": "1.2"}),
        ("data", "Dataset", {"description": "Many numbers."}),
        ("pat", "CreativeWork", {}),
        ("page", "WebPage", {"datePublished": "2023-02"}),
        ("soon", "ScholarlyArticle", {"creativeWorkStatus": "to appear"}),
        ("untitled", "CreativeWork", {"name": "untitled"}),
    ],
)  # fmt: skip
def test_kinds(key: str, kind: str, said: dict[str, Any]) -> None:
    found = node(key)
    assert found["@type"] == kind
    assert found.items() >= said.items()


def test_an_author_known_to_the_site_has_an_address() -> None:
    (found,) = records(
        "@misc{a, title={T}, author={Jane Doe}}",
        people={"Jane Doe": "people/jane/"},  # type: ignore[arg-type]
    )
    (author,) = linked_data.scholarly_article(found, url=URL, resolve=RESOLVE)["author"]
    assert author["url"] == f"{HOME}people/jane/"
    (author,) = linked_data.scholarly_article(found, url=URL, resolve=resolver(""))["author"]
    assert "url" not in author


def test_profile_page() -> None:
    found = linked_data.profile_page(
        PROFILE, url=HOME, resolve=RESOLVE, topics=("Water",), modified="2026-01-02"
    )
    assert_valid(found)
    assert found == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": HOME,
        "dateModified": "2026-01-02",
        "mainEntity": {
            "@type": "Person",
            "@id": ORCID,
            "name": "Jan van der Berg",
            "alternateName": ["J. v. d. Berg", "扬"],
            "url": HOME,
            "image": f"{HOME}img/me.jpg",
            "jobTitle": "Professor of Water",
            "affiliation": [
                {"@type": "Organization", "name": "University of Nowhere"},
                {"@type": "Organization", "name": "Institute & Co"},
            ],
            "description": "Works on water.",
            "sameAs": [ORCID, "https://github.com/jan", "https://x.example"],
            "knowsAbout": ["Water"],
        },
    }
    assert "jan@x.example" not in linked_data.script(found)


def test_a_profile_with_nothing_but_a_name() -> None:
    bare = Profile(name="Plato", affiliation="Academy")
    found = linked_data.profile_page(bare, url=HOME, resolve=RESOLVE)
    assert_valid(found)
    assert found["mainEntity"] == {
        "@type": "Person",
        "@id": f"{HOME}#person",
        "name": "Plato",
        "url": HOME,
        "affiliation": {"@type": "Organization", "name": "Academy"},
    }


def test_breadcrumbs() -> None:
    found = linked_data.breadcrumbs([("Home", HOME), ("Publications", f"{HOME}publications/")])
    assert_valid(found)
    assert found["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": HOME},
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Publications",
            "item": f"{HOME}publications/",
        },
    ]


def test_the_vocabulary_refuses_what_is_wrong() -> None:
    """The check itself: it fails for an unknown property, a wrong type, a relative address."""
    good = node("berg2021")
    for wrong in (
        {"isbn": "1"},
        {"url": "p/"},
        {"datePublished": "October 2021"},
        {"author": {"@type": "Book", "name": "x"}},
        {"keywords": []},
        {"@type": "Patent"},
    ):
        with pytest.raises(AssertionError):
            assert_valid({**good, **wrong})


@given(
    st.recursive(
        st.text() | st.sampled_from(["</script><script>", "<!--", "\u2028", "&amp;", "]]>"]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    )
)
def test_nothing_ends_the_script(data: Any) -> None:
    text = linked_data.script(data)
    assert not set(text) & set("<>&\u2028\u2029")
    text.encode()
    plain = re.sub("[\ud800-\udfff\ufffe\uffff]", "", json.dumps(data, ensure_ascii=False))
    assert json.loads(text) == json.loads(plain)

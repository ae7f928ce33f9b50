from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic import icons
from mkdocs_academic.buttons import find
from mkdocs_academic.links import BUTTONS, Link, paper_link, profile_link, safe_url, suggest
from mkdocs_academic.services import SERVICES, folded

SCHOLAR = "https://scholar.google.com/citations?user=PS_CX0AAAAAJ"

PROFILE = [
    ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
    ("orcid", "https://orcid.org/0000-0002-1694-233x/", "https://orcid.org/0000-0002-1694-233X"),
    ("orcid_id", "0000000218250097", "https://orcid.org/0000-0002-1825-0097"),
    ("scholar_userid", "PS_CX0AAAAAJ", SCHOLAR),
    ("googlescholar", "PS_CX0AAAAAJ&hl=en", f"{SCHOLAR}&hl=en"),
    ("googlescholar", SCHOLAR, SCHOLAR),
    ("github", "@octocat", "https://github.com/octocat"),
    ("github", "github.com/octocat", "https://github.com/octocat"),
    ("github", 'a"onclick="x', "https://github.com/a%22onclick=%22x"),
    ("twitter", "@me", "https://x.com/me"),
    ("dblp", "123/4567", "https://dblp.org/pid/123/4567"),
    ("linkedin", "in/me/", "https://www.linkedin.com/in/me"),
    ("linkedin", "company/lab", "https://www.linkedin.com/company/lab"),
    ("mastodon", "@me@fosstodon.org", "https://fosstodon.org/@me"),
    ("mastodon", "fosstodon.org/@me", "https://fosstodon.org/@me"),
    ("bluesky", "@me", "https://bsky.app/profile/me.bsky.social"),
    ("bluesky", "me.example.org", "https://bsky.app/profile/me.example.org"),
    ("matrix", "@me:matrix.org", "https://matrix.to/#/@me:matrix.org"),
    ("youtube", "@me", "https://www.youtube.com/@me"),
    ("youtube", "user/me", "https://www.youtube.com/user/me"),
    ("youtube", "UC" + "a" * 22, "https://www.youtube.com/channel/UC" + "a" * 22),
    ("whatsapp", "+86 138 (0000)", "https://wa.me/861380000"),
    ("tumblr", "me", "https://me.tumblr.com/"),
    ("openreview", "~Ming_Li1", "https://openreview.net/profile?id=~Ming_Li1"),
    ("stackoverflow", "1/jeff-atwood", "https://stackoverflow.com/users/1/jeff-atwood"),
    ("email", "me@example.org", "mailto:me@example.org"),
    ("email", "mailto:me@example.org", "mailto:me@example.org"),
    ("email", "https://example.org/contact", "https://example.org/contact"),
    ("website", "example.org", "https://example.org"),
    ("website", "/", "/"),
    ("cv", "cv.pdf", "cv.pdf"),
    ("cv", "files/cv.pdf", "files/cv.pdf"),
    ("wechat", "img/wechat.png", "img/wechat.png"),
    ("My lab", "https://example.org", "https://example.org"),
]

NO_ID = "has no id for GitHub: write an id or a full address"

REFUSED = [
    ("orcid", "0000-0002-1825-0098", "is no ORCID iD (its check digit tells): "),
    ("wechat", "me", "needs a full address for 'WeChat', such as https://…"),
    ("mastodon", "me", "needs a full address for 'Mastodon', such as https://…"),
    ("email", "me at ict", "is no e-mail address: 'me at ict'; write name@example.org"),
    ("github", "", NO_ID),
    ("github", "javascript:alert(1)", NO_ID),
    ("github", "ftp://example.org", NO_ID),
    ("website", "javascript:alert(1)", "needs a full address for 'Website', such as https://…"),
    ("githib", "me", "needs a full address for 'githib', such as https://… (did you mean "),
]


@pytest.mark.parametrize(("key", "value", "url"), PROFILE)
def test_where_a_profile_link_leads(key: str, value: str, url: str) -> None:
    assert profile_link(key, value).url == url


@pytest.mark.parametrize(("key", "value", "message"), REFUSED)
def test_what_to_write_instead(key: str, value: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        profile_link(key, value)


def test_a_service_is_called_as_the_user_calls_it_in_another_script() -> None:
    link = profile_link("知乎", "ada")
    assert (link.label, link.word) == ("知乎", "")
    assert link[1:4] == profile_link("zhihu", "ada")[1:4]


def test_a_link_has_the_label_and_icon_of_its_service() -> None:
    word = "link.googlescholar"
    expected = Link("Google Scholar", SCHOLAR, "simple/googlescholar", "googlescholar", word)
    assert profile_link("scholar", "PS_CX0AAAAAJ") == expected
    plain = Link("My lab", "https://example.org", "material/link-variant")
    assert profile_link("My lab", "https://example.org") == plain


@given(st.sampled_from([row.key for row in SERVICES] + ["other"]), st.text())
def test_a_profile_link_is_safe_or_refused(key: str, value: str) -> None:
    with contextlib.suppress(ValueError):
        url = profile_link(key, value).url
        assert safe_url(url) == url


def test_suggest() -> None:
    assert suggest("Orcyd") == " (did you mean 'orcid'?)"
    assert suggest("qqqqqq") == ""


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("code", ("Code", "material/code-tags", "code")),
        ("Code", ("Code", "material/code-tags", "code")),
        ("CODE", ("CODE", "material/code-tags", "code")),
        ("代码", ("代码", "material/code-tags", "code")),
        ("pdf", ("PDF", "material/file-pdf-box", "pdf")),
        ("supp", ("Supplement", "material/paperclip", "supplement")),
        ("video_url", ("Video", "material/video-outline", "video")),
        ("Project Page", ("Project Page", "material/rocket-launch-outline", "project")),
        ("arxiv", ("arXiv", "simple/arxiv", "arxiv")),
        (" My own words ", ("My own words", "material/link-variant", "")),
        ("", ("Link", "material/link-variant", "")),
    ],
)
def test_the_button_of_a_paper(label: str, expected: tuple[str, str, str]) -> None:
    link = paper_link(label, "https://example.org/x")
    assert link
    assert (link.label, link.icon, link.key) == expected
    assert link.url == "https://example.org/x"


@pytest.mark.parametrize("url", ["", "  ", "javascript:alert(1)"])
def test_a_button_that_leads_nowhere_is_none(url: str) -> None:
    assert paper_link("Preview", url) is None


def test_the_table_of_buttons() -> None:
    keys = [row.key for row in BUTTONS]
    assert keys == sorted(keys)
    words = [folded(word) for row in BUTTONS for word in (row.key, *row.aliases)]
    assert sorted(set(words)) == sorted(words)
    for row in BUTTONS:
        assert icons.find(row.icon, icons.engine_folders()), row
        assert find(row.label), row
    assert icons.find("material/link-variant", icons.engine_folders())

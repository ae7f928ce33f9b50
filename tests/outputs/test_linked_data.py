from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic.outputs import linked_data, record
from mkdocs_academic.outputs.addresses import resolver
from mkdocs_academic.outputs.heads import Heads
from mkdocs_academic.place import Place
from mkdocs_academic.sections.profile import Profile
from mkdocs_academic.site import load_site

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


def test_an_editor_is_no_author_and_may_be_the_owner() -> None:
    (book,) = records(
        "@collection{a, title={T}, editor={Jan van der Berg}, translator={Lin, Wei}}",
        owner="Jan van der Berg",
    )
    owner = linked_data.owner(PROFILE, url=HOME, resolve=RESOLVE)
    found = linked_data.scholarly_article(book, url=URL, resolve=RESOLVE, owner=owner)
    assert_valid(found)
    assert "author" not in found
    assert [one["@id"] for one in found["editor"]] == [ORCID]
    assert [one["name"] for one in found["translator"]] == ["Wei Lin"]


def test_article() -> None:
    owner = linked_data.owner(PROFILE, url=HOME, resolve=RESOLVE)
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


PEOPLE = """
people:
  ada: {name: Ada Lovelace, role: Professor, orcid: 0000-0002-1825-0097}
  emmy: {name: Emmy Noether, role: PhD student, url: https://noether.example/}
  bo: {name: Bo Berg, role: PhD student, url: sites/bo/}
  mary: {name: Mary Somerville, url: https://mary.example/}
  cy: Cy Doe
"""
AUTHORS = "Ada Lovelace and Emmy Noether and Bo Berg and Mary Somerville and Cy Doe and Di Roe"


def authors(folder: Path, settings: str, url: str = HOME) -> dict[str, dict[str, Any]]:
    """Return who wrote a paper of a site, by name, as its page tells it."""
    (folder / "docs").mkdir()
    (folder / "papers.bib").write_text(f"@misc{{a, title={{T}}, author={{{AUTHORS}}}}}", "utf-8")
    indented = textwrap.indent(f"publications: papers.bib\n{settings}", "    ")
    (folder / "mkdocs.yml").write_text(
        f"site_name: A\nsite_url: {url}\nextra:\n  academic:\n{indented}", "utf-8"
    )
    site = load_site(folder / "mkdocs.yml")
    assert not site.mistakes
    (paper,) = site.publications
    place = Place("publications/a/", site.directory_urls)
    html = Heads(site).of_paper(paper, record.of(paper), place, "publications.md")
    found = re.findall(r'<script type="application/ld\+json">(.*)</script>', html)
    article = json.loads(found[0])
    assert_valid(article)
    own = {
        slug: json.loads(re.findall(r"json\">(.*)</script>", Heads(site).of_person(one, there))[0])
        for slug, one in site.registry.people.items()
        if slug in site.registry.with_page
        for there in (Place(f"people/{slug}/", site.directory_urls),)
    }
    by_slug = {one.person: one for one in paper.authors}
    told = {one["name"]: one for one in article["author"]}
    for slug, page in own.items():
        assert_valid(page)
        said = told[by_slug[slug].name.full]
        assert said["@id"] == page["mainEntity"]["@id"], "the same person"
        assert said["url"] == page["url"]
        assert {*said.get("sameAs", ())} <= {*page["mainEntity"].get("sameAs", ())}
    return {
        name: {key: one[key] for key in ("@id", "url", "sameAs") if key in one}
        for name, one in told.items()
    }


def test_authors_are_the_people_of_the_site(tmp_path: Path) -> None:
    assert authors(tmp_path, PEOPLE) == {
        "Ada Lovelace": {"@id": ORCID, "url": f"{HOME}people/ada/", "sameAs": [ORCID]},
        "Emmy Noether": {
            "@id": f"{HOME}people/emmy/#person",
            "url": f"{HOME}people/emmy/",
            "sameAs": ["https://noether.example/"],
        },
        "Bo Berg": {
            "@id": f"{HOME}people/bo/#person",
            "url": f"{HOME}people/bo/",
            "sameAs": [f"{HOME}sites/bo/"],
        },
        "Mary Somerville": {
            "url": "https://mary.example/",
            "sameAs": ["https://mary.example/"],
        },
        "Cy Doe": {},
        "Di Roe": {},
    }


def test_authors_are_the_people_of_the_laboratory(tmp_path: Path) -> None:
    lab = "https://lab.example/"
    settings = f"people_pages: {lab}\nprofile: {{name: Ada Lovelace}}\n{PEOPLE}"
    found = authors(tmp_path, settings, f"{lab}people/ada/")
    assert found["Ada Lovelace"] == {
        "@id": f"{lab}people/ada/#person",
        "url": f"{lab}people/ada/",
    }
    assert found["Emmy Noether"] == {
        "url": "https://noether.example/",
        "sameAs": ["https://noether.example/"],
    }
    assert found["Bo Berg"] == {"@id": f"{lab}sites/bo/#person", "url": f"{lab}sites/bo/"}


def test_without_pages_of_people_there_are_their_sites(tmp_path: Path) -> None:
    found = authors(tmp_path, f"people_pages: no\n{PEOPLE}")
    assert found["Ada Lovelace"] == {"@id": ORCID, "sameAs": [ORCID]}
    assert found["Emmy Noether"]["url"] == "https://noether.example/"
    assert "@id" not in found["Emmy Noether"]


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


def test_a_laboratory_is_no_person() -> None:
    lab = Profile.model_validate(
        {
            "type": "organization",
            "name": "Clockless Lab",
            "role": "Engines that weave",
            "affiliation": "[Academy](https://academy.example)",
            "avatar": "img/logo.svg",
            "links": {"orcid": "0000-0002-1825-0097", "github": "clockless"},
        }
    )
    found = linked_data.profile_page(lab, url=HOME, resolve=RESOLVE)
    assert_valid(found)
    assert found["mainEntity"] == {
        "@type": "Organization",
        "@id": f"{HOME}#organization",
        "name": "Clockless Lab",
        "url": HOME,
        "image": f"{HOME}img/logo.svg",
        "logo": f"{HOME}img/logo.svg",
        "parentOrganization": {"@type": "Organization", "name": "Academy"},
        "description": "Engines that weave",
        "sameAs": [ORCID, "https://github.com/clockless"],
    }
    told = linked_data.profile_page(
        lab.model_copy(update={"bio": "We *weave*."}), url=HOME, resolve=RESOLVE
    )
    assert told["mainEntity"]["description"] == "We weave."


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

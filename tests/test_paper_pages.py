"""Pages of papers, read as machines read them: the built HTML of whole sites, page by page."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import bibtexparser
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from lxml import etree, html

from mkdocs_academic import cli
from mkdocs_academic.bibliography import csl, reader, ris
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.outputs import downloads, feed_files, plain
from mkdocs_academic.site import Site, load_site

from .conftest import ROOT
from .engines import built
from .outputs.vocabulary import assert_valid
from .test_mkdocs import build, site

SITES = {
    "researcher": ROOT / "tests/sites/researcher/mkdocs.yml",
    "author_profile": ROOT / "tests/sites/author_profile/mkdocs.yml",
    "demo": ROOT / "mkdocs.yml",
}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
Element = Any  # lxml has no types


@dataclass(frozen=True)
class Built:
    """A built site, and what it was made of."""

    folder: Path
    site: Site

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Return every page by its address below the site: "", "publications/a/", "404.html"."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix()
            address = path.removesuffix("index.html") if self.site.directory_urls else path
            found[address] = html.document_fromstring(file.read_bytes())
        return found

    @property
    def redirects(self) -> set[str]:
        return {one for one in self.pages if self.pages[one].xpath("//meta[@http-equiv='refresh']")}

    @cached_property
    def papers(self) -> dict[str, Publication]:
        """Return the papers that have a page, by its address."""
        by_key = {paper.key: paper for paper in self.site.publications}
        slash = "/" if self.site.directory_urls else ".html"
        slugs = self.site.pages.slugs.items()
        return {f"publications/{slug}{slash}": by_key[key] for key, slug in slugs}

    def reaches(self, address: str) -> str:
        """Return what is wrong with an absolute address of the site, "" if it leads somewhere."""
        parts = urlsplit(address)
        path = unquote(parts.path.removeprefix(urlsplit(self.site.url).path))
        file = self.folder / path
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return f"{address}: there is no {path!r}"
        if parts.fragment and file.suffix == ".html":
            page = file.relative_to(self.folder).as_posix()
            page = page.removesuffix("index.html") if self.site.directory_urls else page
            if unquote(parts.fragment) not in self.ids(page):
                return f"{address}: there is no #{parts.fragment}"
        return ""

    @cache  # noqa: B019 - a handful of sites
    def ids(self, page: str) -> frozenset[str]:
        return frozenset(self.pages[page].xpath("//@id"))

    def __hash__(self) -> int:
        return hash(self.folder)


@cache
def whole(name: str) -> Built:
    return Built(built(SITES[name]), load_site(SITES[name]))


@pytest.fixture(params=SITES)
def seen(request: pytest.FixtureRequest) -> Built:
    return whole(request.param)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(tmp_path_factory.mktemp("trial"))


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(tmp_path_factory.mktemp("flat"), "use_directory_urls: false\n")


def tags(page: Element, prefix: str) -> list[tuple[str, str]]:
    """Return `<meta>` of this prefix in their order."""
    found = page.xpath("//head/meta[@content]")
    named = ((one.get("name") or one.get("property") or "", one.get("content")) for one in found)
    return [(name, content) for name, content in named if name.startswith(prefix)]


def data(page: Element) -> list[dict[str, Any]]:
    return [json.loads(one.text) for one in page.xpath("//script[@type='application/ld+json']")]


def leads(seen: Built, address: str, links: str) -> list[str]:
    """Return where links of a page lead, below the site."""
    found = seen.pages[address].xpath(f"{links}/@href | {links}/@src")
    targets = (urljoin(f"{seen.site.url}{address}", one) for one in found)
    return [one.removeprefix(seen.site.url) for one in targets]


def canonical(page: Element) -> str:
    (found,) = page.xpath("//link[@rel='canonical']/@href")
    return str(found)


# -- Google Scholar: inclusion guidelines, section on indexing --

REQUIRED = ("citation_title", "citation_author", "citation_publication_date")
KNOWN = {
    *REQUIRED,
    *(
        f"citation_{name}"
        for name in (
            "journal_title conference_title inbook_title volume issue firstpage lastpage doi issn "
            "isbn arxiv_id editor publisher keywords language abstract abstract_html_url pdf_url "
            "dissertation_institution technical_report_institution technical_report_number"
        ).split()
    ),
}
DATE = re.compile(r"\d{4}(/\d\d/\d\d)?")  # "full dates if available; or a year alone otherwise"
ONCE = KNOWN - {f"citation_{name}" for name in "author editor issn isbn keywords".split()}
CONTAINERS = {
    "article": {"citation_journal_title", "citation_arxiv_id"},
    "inproceedings": {"citation_conference_title"},
    "phdthesis": {"citation_dissertation_institution"},
    "mastersthesis": {"citation_dissertation_institution"},
    "techreport": {"citation_technical_report_institution"},
    "incollection": {"citation_inbook_title"},
}


def wrongs(seen: Built, address: str, paper: Publication) -> Iterator[str]:
    """Yield what Google Scholar would object to."""
    page = seen.pages[address]
    found = tags(page, "citation_")
    entry = paper.entry
    assert entry
    if not (all(entry.fields.get(name) for name in ("title", "author")) and paper.year):
        yield from (f"{name}, though one of the required is missing" for name, _ in found)
        return
    yield from _wrong_names(found)
    known = dict(found)
    yield from _wrong_people(paper, [value for name, value in found if name == "citation_author"])
    date = known.get("citation_publication_date", "")
    if not DATE.fullmatch(date) or date[:4] != str(paper.year):
        yield f"date {date!r}"
    if not CONTAINERS.get(paper.type, set(known)) & set(known):
        yield f"{paper.type} without {CONTAINERS[paper.type]}"
    if known.get("citation_abstract_html_url") != canonical(page):
        yield "abstract_html_url is not this page"
    if pdf := known.get("citation_pdf_url", ""):
        yield from _wrong_pdf(seen, pdf, canonical(page))
    shown = " ".join(page.xpath("string(//article)").split())
    if known.get("citation_title", "") not in shown and "$" not in entry.fields["title"]:
        yield "the title is not on the page"


def _wrong_names(found: list[tuple[str, str]]) -> Iterator[str]:
    count = Counter(name for name, _ in found)
    yield from (f"no {name}" for name in REQUIRED if not count[name])
    yield from (f"{name}: unknown" for name in count if name not in KNOWN)
    yield from (f"{name}: {count[name]} times" for name in ONCE if count[name] > 1)
    yield from (f"{name}: empty" for name, value in found if not value.strip())


def _wrong_people(paper: Publication, people: list[str]) -> Iterator[str]:
    if len(people) != len(paper.authors):
        yield f"{len(people)} authors of {len(paper.authors)}"
    for author, shown in zip(paper.authors, people, strict=False):
        if not all(part in shown for part in (author.name.family or author.name.literal).split()):
            yield f"{shown!r} is not {author.name.full!r}"


def _wrong_pdf(seen: Built, pdf: str, page: str) -> Iterator[str]:
    if urljoin(pdf, ".") != urljoin(page, "."):
        yield f"{pdf} lies in another folder"
    if not pdf.endswith(".pdf") or seen.reaches(pdf):
        yield seen.reaches(pdf) or pdf


def assert_heads(seen: Built) -> None:
    assert seen.papers
    assert set(seen.papers) <= set(seen.pages)
    found = {address: list(wrongs(seen, address, paper)) for address, paper in seen.papers.items()}
    assert {address: said for address, said in found.items() if said} == {}
    others = set(seen.pages) - set(seen.papers)
    assert [one for one in others if tags(seen.pages[one], "citation_")] == []


def test_heads_by_google_scholars_rules(seen: Built) -> None:
    assert_heads(seen)


def test_heads_of_all_kinds_of_papers(trial: Built, flat: Built) -> None:
    assert_heads(trial)
    assert_heads(flat)


def test_the_whole_abstract_stands_open_on_the_page(seen: Built) -> None:
    for address, paper in seen.papers.items():
        if paper.abstract and "arithmatex" not in paper.abstract:
            abstract = plain.from_html(paper.abstract)
            (article,) = seen.pages[address].xpath("//article")
            for folded in article.xpath(".//details"):
                folded.drop_tree()
            assert abstract in " ".join(article.text_content().split()), address


def test_the_rules_notice_what_is_wrong(trial: Built) -> None:
    """The check itself: each of these would be told."""
    address = "publications/pub24/"
    file = trial.folder / address / "index.html"
    text = file.read_text("utf-8")
    date = '"citation_publication_date" content="2024"'
    for old, new in (
        ('name="citation_author" content="Müller, Jörg"', 'name="x" content="y"'),
        (date, date.replace("2024", "2024/06")),
        ("pub24/pub24.pdf", "files/pub24.pdf"),
        ("pub24/pub24.pdf", "pub24/other.pdf"),
        ('name="citation_conference_title"', 'name="citation_conferance_title"'),
        ('name="citation_title"', 'name="citation_publisher"'),
    ):  # fmt: skip
        assert old in text, old
        other = Built(trial.folder, trial.site)
        other.pages[address] = html.document_fromstring(text.replace(old, new).encode())
        assert list(wrongs(other, address, trial.papers[address])), new


# -- search engines and previews --


def test_linked_data_is_valid_and_tells_whose_page_it_is(seen: Built) -> None:
    for address, page in seen.pages.items():
        nodes = data(page)
        for node in nodes:
            assert_valid(node)
        if address in seen.papers:
            paper = seen.papers[address]
            article, way = nodes
            assert article["@id"] == article["url"] == canonical(page)
            assert len(article["author"]) == len(paper.authors)
            assert way["@type"] == "BreadcrumbList"
            steps = [one["item"] for one in way["itemListElement"]]
            assert (steps[0], steps[-1]) == (seen.site.url, canonical(page))
            assert [one["position"] for one in way["itemListElement"]] == [1, 2, 3]
            assert [seen.reaches(one) for one in steps] == ["", "", ""]
        elif address == "":
            (home,) = nodes
            assert home["@type"] == "ProfilePage"
            assert seen.site.profile
            assert home["mainEntity"]["name"] == seen.site.profile.name
            assert home["mainEntity"]["url"] == seen.site.url
        else:
            assert [node["@type"] for node in nodes] in ([], ["ProfilePage"])


def test_the_owner_is_one_person_on_all_pages(trial: Built) -> None:
    (home,) = data(trial.pages[""])
    person = home["mainEntity"]
    assert person["affiliation"] == {"@type": "Organization", "name": "University of Somewhere"}
    assert "ada@example.org" not in json.dumps(home)
    article, _ = data(trial.pages["publications/pub24/"])
    owner, known, linked = article["author"]
    assert (owner["@id"], owner["sameAs"]) == (person["@id"], person["sameAs"])
    assert known["sameAs"] == ["https://orcid.org/0000-0001-5109-3700"]
    assert linked["url"] == f"{trial.site.url}bob/"
    same = ["https://doi.org/10.1234/abc_d", "https://arxiv.org/abs/2301.00001"]
    assert article["sameAs"] == same


def test_a_page_that_is_not_home_may_have_the_profile(tmp_path: Path) -> None:
    page = "# Home\n\n[about](about.md)\n"
    config = site(
        tmp_path, "publications: [{key: a, title: A, author: Ada Example, year: 2020}]", page
    )
    (tmp_path / "docs/about.md").write_text("# About\n\n{{ profile() }}\n", "utf-8")
    seen = Built(built(config), load_site(config))
    home, about = data(seen.pages[""])[0], data(seen.pages["about/"])[0]
    assert about["url"] == f"{seen.site.url}about/"
    assert home["mainEntity"] == about["mainEntity"]
    assert about["mainEntity"]["@id"] == f"{seen.site.url}#person"
    (article, _) = data(seen.pages["publications/a/"])
    assert article["author"][0]["@id"] == about["mainEntity"]["@id"]


def test_previews(seen: Built) -> None:
    for address, page in seen.pages.items():
        if address in {*seen.redirects, "404.html"}:
            continue
        found = tags(page, "og:")
        once = [name for name, _ in found]
        assert len(once) == len(set(once)), address
        card = dict(found)
        assert card["og:url"] == canonical(page) == f"{seen.site.url}{address}"
        assert card["og:title"]
        assert card["og:type"] == ("article" if address in seen.papers else card["og:type"])
        assert dict(tags(page, "twitter:"))["twitter:card"]
        for name in ("og:image", "twitter:image"):
            image = card.get(name, "")
            assert not image or image.startswith(("https://", "http://")), address
            if image.startswith(seen.site.url):
                assert seen.reaches(image) == ""


def test_descriptions_cannot_break_out(trial: Built) -> None:
    page = trial.pages["publications/evil/"]
    (description,) = tags(page, "description")
    assert description[1].startswith("\"> & '")
    assert page.xpath("//head/title/text()") == ['1 < 2 & "x" - Test']
    assert not page.xpath("//script[contains(text(), 'alert')]")


def test_the_sitemap_knows_the_pages_and_no_redirect(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        tree = etree.parse(seen.folder / "sitemap.xml")
        listed = set(tree.xpath("//*[local-name()='loc']/text()"))
        shown = set(seen.pages) - seen.redirects - {"404.html"}
        assert listed == {canonical(seen.pages[one]) for one in shown}
        assert all(one.startswith("https://example.org/people/test/") for one in listed)
        assert seen.redirects


# -- feeds --


def test_every_head_names_the_feeds(seen: Built) -> None:
    named = {one.path: one.media_type for one in feed_files.published(seen.site)}
    assert {"feed.xml", "feed.json", "publications.xml"} <= set(named)
    for address, page in seen.pages.items():
        if address in seen.redirects:
            continue
        where = f"{seen.site.url}{address}"
        found = page.xpath("//head/link[@rel='alternate']")
        links = {urljoin(where, one.get("href")): one.get("type") for one in found}
        assert links == {f"{seen.site.url}{path}": kind for path, kind in named.items()}, address
        assert len({one.get("title") for one in found}) == len(named) / 2


def test_feeds_are_valid_and_their_links_lead_somewhere(seen: Built) -> None:
    assert_feeds(seen)


def assert_feeds(seen: Built) -> None:
    atom_schema = etree.RelaxNG(etree.parse(ROOT / "tests/schemas/atom.rng"))
    schema = json.loads((ROOT / "tests/schemas/json_feed.json").read_text("utf-8"))
    items: dict[str, set[str]] = {}
    for row in feed_files.published(seen.site):
        text = (seen.folder / row.path).read_text("utf-8")
        if row.path.endswith(".xml"):
            tree = etree.fromstring(text.encode())
            assert atom_schema.validate(tree), atom_schema.error_log
            ids = tree.xpath("a:entry/a:id/text()", namespaces=ATOM)
            links = tree.xpath("//a:link/@href", namespaces=ATOM)
            bodies = tree.xpath("//a:content/text()", namespaces=ATOM)
            itself = tree.xpath("a:link[@rel='self']/@href", namespaces=ATOM)
            assert itself == [f"{seen.site.url}{row.path}"]
        else:
            feed = json.loads(text)
            Draft202012Validator(schema).validate(feed)
            ids = [one["id"] for one in feed["items"]]
            links = [
                feed["home_page_url"],
                feed["feed_url"],
                *(one["url"] for one in feed["items"]),
            ]
            bodies = [one["content_html"] for one in feed["items"]]
        assert len(ids) == len(set(ids))
        assert items.setdefault(row.name, set(ids)) == set(ids), "the same in both formats"
        for body in bodies:
            links += html.fromstring(f"<div>{body}</div>").xpath("//@href | //@src")
        assert all(urlsplit(one).scheme in ("http", "https", "mailto") for one in links)
        own = [one for one in links if one.startswith(seen.site.url)]
        assert [wrong for one in own if (wrong := seen.reaches(one))] == []
    if {"news", "publications"} <= set(items) and len(items["everything"]) < 50:
        assert items["everything"] == items["news"] | items["publications"]


def test_feeds_of_a_site_with_lists_on_pages_of_their_own(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        assert_feeds(seen)
        feed = json.loads((seen.folder / "feed.json").read_text("utf-8"))
        urls = {one["title"]: one["url"] for one in feed["items"]}
        assert urls["Item in words, Journal, 2021."].partition("#")[2] == "item-2"


# -- downloads --

FIELDS = "title journal booktitle year volume number pages doi publisher school".split()


def assert_exports(seen: Built) -> None:
    """Every file is read back, by our readers and another's, with the fields of the paper."""
    wanted = {
        paper.key: entry for paper in seen.site.publications if (entry := downloads.public(paper))
    }
    assert wanted
    files = [*seen.folder.glob("publications*.bib"), *seen.folder.glob("publications/**/*.bib")]
    listed: Counter[str] = Counter()
    for file in files:
        text = file.read_text("utf-8")
        theirs = bibtexparser.parse_string(text)
        assert not theirs.failed_blocks, file
        entries = {one.key: one for one in theirs.entries}
        ours = {one.key: one for one in reader.parse(text, file.name).entries}
        items = csl.parse(file.with_suffix(".json").read_text("utf-8"), file.name)
        referenced = ris.parse(file.with_suffix(".ris").read_bytes().decode(), file.name)
        from_csl = {one.key: one for one in items[0]}
        from_ris = {one.key: one for one in referenced[0]}
        assert list(entries) == list(ours) == list(from_csl) == list(from_ris)
        for key, entry in entries.items():
            listed[key] += 1
            assert {one.key for one in entry.fields} == set(wanted[key].fields), key
            for name in FIELDS:
                same = text_of(wanted[key].fields.get(name, ""))
                assert text_of(ours[key].fields.get(name, "")) == same
                if name in entry.fields_dict and "#" not in same and not same.isalpha():
                    assert text_of(entry.fields_dict[name].value) == same
            title = text_of(wanted[key].fields.get("title", ""))
            for fields in (from_csl[key].fields, from_ris[key].fields):
                assert text_of(fields.get("title", "")) == title
                assert fields.get("year", fields.get("date", ""))[:4] == year_of(seen, key)
                assert people_of(fields) == people_of(wanted[key].fields)
    assert set(listed) == set(wanted)
    assert min(listed.values()) >= 2, "in the whole file and beside its page"


def text_of(value: str) -> str:
    from mkdocs_academic.bibliography import latex

    return " ".join(plain.from_html(latex.to_html(value)).replace("–", "-").split())


def year_of(seen: Built, key: str) -> str:
    return next(str(one.year or "") for one in seen.site.publications if one.key == key)


def people_of(fields: Any) -> list[str]:
    from mkdocs_academic.bibliography import names

    found, _ = names.split(fields.get("author", ""))
    return [f"{one.prefix} {one.family}{one.literal}".strip() for one in found]


def test_exports_are_read_back(seen: Built) -> None:
    assert_exports(seen)


def test_exports_of_all_kinds_of_papers(trial: Built) -> None:
    assert_exports(trial)
    text = (trial.folder / "publications.bib").read_text("utf-8")
    assert "hidden" not in text
    assert "slug" not in text
    assert not list(trial.folder.glob("publications/hidden/*.bib"))


def test_downloads_are_linked_where_readers_look(trial: Built) -> None:
    for address in ("publications/", "publications/pub24/"):
        where = f"{trial.site.url}{address}"
        found = {urljoin(where, one) for one in trial.pages[address].xpath("//a[@download]/@href")}
        paths = {one.removeprefix(trial.site.url) for one in found}
        stem = "publications" if address == "publications/" else f"{address}pub24"
        assert {f"{stem}.bib", f"{stem}.json", f"{stem}.ris"} <= paths
        assert address != "publications/" or "publications/2024.ris" in paths
        assert [trial.reaches(one) for one in found if trial.reaches(one)] == []
    assert not trial.pages["publications/hidden/"].xpath("//a[@download]")
    assert "talks.ics" in leads(trial, "talks/", "//article//a")


# -- search --


def assert_searchable(seen: Built) -> None:
    text = (seen.folder / "search/search_index.json").read_text("utf-8")
    docs = json.loads(text)["docs"]
    for address, paper in seen.papers.items():
        records = [one for one in docs if one["location"].partition("#")[0] == address]
        shown = [one for one in docs if one["title"] == paper.title]
        assert records == shown[:1] if len(shown) == 1 else len(records) == 1, address
        (record,) = records
        words = plain.from_html(record["text"])
        assert all(author.name.full in words for author in paper.authors)
        assert plain.from_html(paper.venue) in words
        assert plain.from_html(paper.abstract) in words
        own = (
            len(json.dumps(record)) - len(json.dumps(paper.abstract)) - len(json.dumps(paper.title))
        )
        people = sum(len(json.dumps(one.name.full)) for one in paper.authors)
        assert own < 400 + people + 2 * len(json.dumps(paper.venue)), "a small record"


def test_the_search_has_one_small_record_of_each_paper(seen: Built) -> None:
    assert_searchable(seen)


def test_search_of_all_kinds_of_papers(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        assert_searchable(seen)
        docs = json.loads((seen.folder / "search/search_index.json").read_text("utf-8"))["docs"]
        (item,) = [one for one in docs if one["location"].endswith("#item-2")]
        assert item["title"] == "Item in words, Journal, 2021."
        assert "*" not in item["text"]


# -- links and structure --


def test_every_internal_link_leads_somewhere(seen: Built) -> None:
    assert_links(seen)


def test_every_link_of_all_kinds_of_papers(trial: Built, flat: Built) -> None:
    assert_links(trial)
    assert_links(flat)


def assert_links(seen: Built) -> None:
    found = set()
    for address, page in seen.pages.items():
        where = f"{seen.site.url}{address}"
        for link in page.xpath("//@href | //@src | //@poster"):
            target = urljoin(where, link)
            if target.startswith(seen.site.url) and (wrong := seen.reaches(target)):
                found.add(f"{address}: {wrong}")
    assert sorted(found) == []


INTERACTIVE = {"a", "button", "details", "input", "label", "select", "textarea", "summary"}


@pytest.mark.parametrize("name", [*SITES, "trial"])
def test_structure_of_every_page(name: str, request: pytest.FixtureRequest) -> None:
    """What needs no tool to see; the whole of HTML is up to the Nu checker below."""
    seen = request.getfixturevalue("trial") if name == "trial" else whole(name)
    for address, page in seen.pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, Counter(ids).most_common(1))
        assert not [one for one in ids if re.search(r"\s", one) or not one], address
        assert not page.xpath("//a[@href='']"), address
        assert not page.xpath("//img[not(@alt)] | //img[@src='']"), address
        # Python-Markdown aligns the cells of tables so.
        styled = page.xpath("//article//*[@style and not(self::td) and not(self::th)]")
        assert not styled, address
        assert not page.xpath("//@onload | //@onclick"), address
        for tag in ("a", "button"):
            nested = [
                one for one in page.xpath(f"//{tag}//*") if one.tag in INTERACTIVE - {"label"}
            ]
            assert not nested, (address, [etree.tostring(one)[:80] for one in nested])
        assert not page.xpath("//summary//a | //summary//button"), address
        assert not page.xpath("//p//div | //p//ul | //ul/*[not(self::li)]"), address
        assert address not in seen.papers or len(page.xpath("//h1")) == 1, address


def vnu() -> list[str]:
    """Return the command of the Nu checker, [] where it is not installed."""
    if command := shutil.which("vnu"):
        return [command]
    local = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    jar = os.environ.get("VNU_JAR") or (str(local) if local.is_file() else "")
    return ["java", "-jar", jar] if jar and shutil.which("java") else []


# What Material's own templates have.
MATERIALS = (
    "Attribute “autocomplete” is only allowed when the input type is",
    "The value of the “for” attribute of the “label” element must be the ID",  # navigation.indexes
)


@pytest.mark.skipif(not vnu(), reason="no Nu checker: npm install vnu-jar, or VNU_JAR=…/vnu.jar")
@pytest.mark.parametrize("name", [*SITES, "trial", "flat"])
def test_valid_html(name: str, request: pytest.FixtureRequest) -> None:
    seen = whole(name) if name in SITES else request.getfixturevalue(name)
    options = ["--format", "json", "--skip-non-html", "--errors-only", "--exit-zero-always"]
    result = subprocess.run(
        [*vnu(), *options, str(seen.folder)], capture_output=True, text=True, timeout=300
    )
    told = json.loads(result.stderr)["messages"]
    ours = [one for one in told if not one["message"].startswith(MATERIALS)]
    assert [(one["url"], one["message"], one.get("extract")) for one in ours] == []
    assert len(told) >= len(seen.papers), "it has looked at the pages"


# -- what stands on a page --

SETTINGS = r"""
people:
- {name: Jörg Müller, url: https://orcid.org/0000-0001-5109-3700}
- {name: Bob Brown, url: bob.md}
publications:
  bibliography: papers.bib
  entries:
  - {key: set1, title: Written in Settings, author: [Ada Example, Bob Brown], date: 2023.04,
     journal: Journal of Settings, slug: Bad Slug, former: [old_one, older]}
  - "Item in words, *Journal*, 2021."
news:
- {date: 2024.05.01, text: "Our paper [is out](publications.md).", papers: [pub24, arx23]}
- {date: 2024.03, text: "Without a day", papers: thesis19}
talks:
- {date: 2099.05.04, title: Talk to come, event: Conf, papers: pub24}
- {date: 2020.05.04, title: Old talk, papers: thesis19}
projects:
- {name: Caching, text: A project, papers: [pub24, 王2020]}
"""
BIB = r"""
@misc{arx23, title={Mirrors for Caches: A Study of $O(n^2)$}, eprint={2301.00001},
  author={Example, Ada and Müller, Jörg and others}, archiveprefix={arXiv}, year={2023}}
@inproceedings{pub24, title={Mirrors for Caches: A Study of $O(n^2)$}, year={2024}, month=jun,
  author={Example, Ada* and M{\"u}ller, J{\"o}rg and Bob Brown}, pages={1--12},
  booktitle={Proceedings of the 5th Conference on Mirrors}, doi={10.1234/abc_d},
  pdf={files/my%20paper.pdf}, abstract={We study \& "caches" with $a<b$ and \textbf{bold}.},
  award={Best Paper}, tags={CCF-A}, selected={true}, keywords={caches, mirrors}, former={Oldkey},
  teaser={img/teaser.png}, isbn={978-0-306-40615-7}}
@phdthesis{thesis19, title={A Thesis on Things}, author={Ada Example}, year=2019,
  school={University of Nowhere}, pdf={https://elsewhere.example/t.pdf}}
@techreport{rep, title={A Report}, author={Ada Example}, institution={Institute}, number={TR-7},
  year=2018, slug={the-report}, pdf={other/my%20paper.pdf}}
@incollection{chap, title={A Chapter}, author={Ada Example and Bob Brown}, booktitle={A Book},
  year=2017, editor={E. Editor}, pages={e7}, selected={yes}, publisher={Nowhere Press},
  video={https://video.example/abc}}
@article{nodate, title={Undated}, author={Ada Example}, journal={Journal of No Time},
  status={in press}}
@article{王2020, title={镜子与缓存}, author={王小明 and Ada Example}, journal={软件学报}, year=2020,
  volume=3, number=4, pages={5--6}, issn={1234-5679}}
@article{hidden, title={Hidden BibTeX}, author={Ada Example}, journal={J}, year=2016,
  bibtex_show={false}, teaser={files/v.mp4}}
@misc{notitle, author={Ada Example}, year=2013}
@misc{evil, title={1 $<$ 2 \& "x"}, author={Ada "X" Example}, year=2011,
  abstract={"> \& ' <script>alert(2)</script>}}
"""
FILES = ("files/my paper.pdf", "other/my paper.pdf", "files/v.mp4", "img/teaser.png", "img/me.png")
PAGES = {
    "publications.md": "# Publications\n\n{{ publications() }}\n",
    "news.md": "# News\n\n{{ news() }}\n",
    "talks.md": "# Talks\n\n{{ talks() }}\n",
    "bob.md": "# Bob\n",
}
HOME = "{{ profile() }}\n\n{{ sections('news', 'projects') }}\n"


def written(folder: Path, more: str = "", settings: str = SETTINGS, bib: str = BIB) -> Path:
    """Write a site with papers of all kinds."""
    config = site(folder, settings, HOME)
    own = "{github: ada, orcid: 0000-0002-1825-0097}, email: ada@example.org, avatar: img/me.png"
    own += ", affiliation: '[University of Somewhere](https://some.example)'"
    text = config.read_text("utf-8").replace("{github: ada}", own) + more
    config.write_text(text, "utf-8")
    (folder / "papers.bib").write_text(bib, "utf-8")
    for name, content in PAGES.items():
        (folder / "docs" / name).write_text(content, "utf-8")
    for place, name in enumerate(FILES):
        file = folder / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"%%PDF-1.4 %d\n" % place)
    return config


def made(folder: Path, more: str = "", settings: str = SETTINGS, bib: str = BIB) -> Built:
    config = written(folder, more, settings, bib)
    return Built(built(config, strict=False), load_site(config))


def article(page: Element) -> str:
    return " ".join(page.xpath("string(//article)").split())


def test_what_the_page_of_a_paper_holds(trial: Built) -> None:
    page = trial.pages["publications/pub24/"]
    shown = article(page)
    for words in (
        "Proceedings of the 5th Conference on Mirrors", "1–12", "2024", "Best Paper", "CCF-A",
        'We study & "caches" with', "10.1234/abc_d", "978-0-306-40615-7", "@inproceedings{pub24",
    ):  # fmt: skip
        assert words in shown

    def link(words: str) -> list[str]:
        return leads(trial, "publications/pub24/", f"//article//a[contains(., '{words}')]")

    assert link("Jörg Müller") == ["https://orcid.org/0000-0001-5109-3700"]
    assert link("Bob Brown") == ["bob/"]
    assert link("All publications") == ["publications/"]
    assert leads(trial, "publications/pub24/", "//article//img") == ["img/teaser.png"]
    assert leads(trial, "publications/hidden/", "//video") == ["files/v.mp4"]
    assert "in press" in article(trial.pages["publications/nodate/"])


def test_versions_and_related_items_both_ways(trial: Built) -> None:
    page = trial.pages["publications/pub24/"]
    shown = article(page)
    assert "Other versions" in shown
    assert page.xpath("//article//a[@href='https://arxiv.org/abs/2301.00001']")
    assert shown.count("Our paper is out.") == 1  # though it names both versions
    assert "Talk to come" in shown
    assert "A project" in shown
    itself = "publications/pub24/"
    assert itself not in leads(trial, itself, "//article//a"), "it does not lead to itself"
    assert "Old talk" in article(trial.pages["publications/thesis19/"])
    assert "publications/thesis19/" in leads(trial, "talks/", "//article//a")
    assert "publications/arx23/" in trial.redirects
    buttons = leads(trial, "publications/pub24/", "//*[contains(@class, 'acad-actions')]/a")
    assert buttons.count("https://arxiv.org/abs/2301.00001") == 1


def test_papers_beside_it(trial: Built) -> None:
    """From the newest to the oldest, and all the way back."""
    order = [f"publications/{slug}/" for slug in trial.site.pages.slugs.values()]
    assert order[0] == "publications/nodate/"  # what is still to appear
    for place, address in enumerate(order):
        assert leads(trial, address, "//article//a[@rel='prev']") == order[:place][-1:]
        assert leads(trial, address, "//article//a[@rel='next']") == order[place + 1 :][:1]


def test_lists_lead_to_pages_and_words_to_none(trial: Built) -> None:
    found = leads(trial, "publications/", "//*[contains(@class, 'acad-pub__title')]/a")
    assert sorted(found) == sorted(trial.papers)
    assert trial.pages["publications/"].xpath("//*[@id='item-2']")
    assert "u738b2020" in trial.site.pages.slugs.values()


def test_addresses_that_were(trial: Built, flat: Built) -> None:
    for seen, ending in ((trial, "/"), (flat, ".html")):
        moved = {"arx23": "pub24", "oldkey": "pub24", "old-one": "set1", "older": "set1"}
        assert seen.redirects == {f"publications/{old}{ending}" for old in moved}
        for old, new in moved.items():
            page = seen.pages[f"publications/{old}{ending}"]
            address = f"{seen.site.url}publications/{old}{ending}"
            (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
            to = urljoin(address, refresh.partition("url=")[2])
            assert to == canonical(page) == f"{seen.site.url}publications/{new}{ending}"
            assert seen.reaches(to) == ""


def test_each_pdf_lies_beside_its_page(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        found = {}
        for address in seen.papers:
            pdf = dict(tags(seen.pages[address], "citation_")).get("citation_pdf_url")
            if pdf:
                found[address] = (seen.folder / pdf.removeprefix(seen.site.url)).read_bytes()
        contents = [b"%PDF-1.4 0\n", b"%PDF-1.4 1\n"]  # of the same name, from two folders
        assert list(found.values()) == contents


def test_files_hold_all_papers_where_a_page_shows_a_few(tmp_path: Path) -> None:
    settings = SETTINGS.replace("bibliography:", "selected: yes\n  bibliography:")
    config = written(tmp_path, settings=settings)
    calls = {
        "ten": 'publications(selected=False, limit=10)',
        "years": 'publications(selected=False)',
        "types": 'publications(selected=False, group_by="type")',
        "few": 'publications(type="article")',
    }  # fmt: skip
    for name, call in calls.items():
        (tmp_path / f"docs/{name}.md").write_text(f"# {name}\n\n{{{{ {call} }}}}\n", "utf-8")
    seen = Built(built(config, strict=False), load_site(config))
    assert_exports(seen)
    assert_links(seen)

    def offered(address: str) -> set[str]:
        return {one for one in leads(seen, address, "//a[@download]") if one.endswith(".bib")}

    assert "publications.bib" in offered("publications/")
    assert offered("few/") == offered("ten/") == set()
    assert offered("types/") == {"publications.bib"}
    assert {"publications.bib", "publications/2019.bib"} <= offered("years/")


def test_a_wrong_slug_is_told_with_its_line(tmp_path: Path) -> None:
    (found,) = [str(one) for one in load_site(written(tmp_path)).warnings if "Slug" in str(one)]
    assert re.match(r"mkdocs\.yml:\d+: .*'Bad Slug' is no slug: write", found)


def test_pages_of_selected_papers_and_of_none(tmp_path: Path) -> None:
    for wanted, expected in (("selected", {"pub24", "chap"}), ("no", set())):
        seen = made(tmp_path / wanted, settings=f"pages: {wanted}\n{SETTINGS}")
        assert set(seen.site.pages.slugs) == expected
        assert set(seen.papers) == {f"publications/{key}/" for key in expected}
        assert len([one for one in seen.pages if one.startswith("publications/")]) == (
            1 + len(expected) + len(seen.redirects)
        )
        assert_links(seen)
        titles = seen.pages["publications/"].xpath("//*[contains(@class, 'acad-pub__title')]/a")
        leads = {one.text_content(): one.get("href") for one in titles}
        assert leads["A Thesis on Things"] == "https://elsewhere.example/t.pdf"
        assert_feeds(seen)


def test_a_page_of_the_users_own_has_head_and_pdf(tmp_path: Path) -> None:
    config = written(tmp_path)
    (tmp_path / "docs/publications").mkdir()
    own = tmp_path / "docs/publications/pub24.md"
    own.write_text("{{ publication('pub24') }}\n\nMore of it.\n", "utf-8")
    seen = Built(built(config, strict=False), load_site(config))
    page = seen.pages["publications/pub24/"]
    assert "More of it." in article(page)
    assert list(wrongs(seen, "publications/pub24/", seen.papers["publications/pub24/"])) == []
    pdf = dict(tags(page, "citation_"))["citation_pdf_url"]
    assert seen.reaches(pdf) == ""


def test_papers_shown_elsewhere_leave_the_head_alone(tmp_path: Path) -> None:
    config = written(tmp_path)
    text = "# Two\n\n{{ publication('pub24') }}\n\n{{ publication('thesis19') }}\n"
    (tmp_path / "docs/two.md").write_text(text, "utf-8")
    seen = Built(built(config, strict=False), load_site(config))
    assert tags(seen.pages["two/"], "citation_") == []
    assert data(seen.pages["two/"]) == []


def test_without_an_address_there_are_no_feeds_and_nothing_breaks(tmp_path: Path) -> None:
    config = written(tmp_path)
    text = re.sub(r"site_url: .*\n", "", config.read_text("utf-8"))
    config.write_text(text, "utf-8")
    folder = built(config, strict=False)
    page = html.document_fromstring((folder / "publications/pub24/index.html").read_bytes())
    assert dict(tags(page, "citation_"))["citation_title"].startswith("Mirrors")
    assert "citation_pdf_url" not in dict(tags(page, "citation_"))
    assert not (folder / "feed.xml").exists()
    assert (folder / "talks.ics").is_file()
    assert not page.xpath("//link[@rel='alternate']")
    assert data(page) == []


# -- engines without the plugin --


EXTENSIONS = """
markdown_extensions:
  - attr_list
  - md_in_html
  - mkdocs_academic.mdx
  - pymdownx.arithmatex: {generic: true}
"""
PREFIXES = ("description", "citation_", "og:", "article:", "twitter:")


def exported(folder: Path) -> Path:
    """Export a site and take the plugin out of its settings."""
    config = written(folder, EXTENSIONS)
    for _ in range(2):  # again: nothing is in its own way
        result = CliRunner().invoke(cli.main, ["export", "-f", str(config)])
        assert result.exit_code == 0, result.output
    assert "not written" not in result.output
    text = config.read_text("utf-8").replace("  - academic\n", "")
    config.write_text(text, "utf-8")
    return config


def content(page: Element) -> str:
    """Return what is in the article; engines differ in white space, and in how to say `../`."""
    page.make_links_absolute(canonical(page))
    (found,) = page.xpath("//article")
    for icon in found.xpath(".//svg"):
        icon.drop_tree()
    for aside in found.xpath(".//div[@hidden] | .//a[@id='__skip']"):  # drawings; Zensical's own
        aside.drop_tree()
    text = etree.tostring(found, method="c14n").decode()
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(text.split()))


def head(page: Element) -> list[Any]:
    return [
        canonical(page),
        page.xpath("string(//title)"),
        *(tags(page, prefix) for prefix in PREFIXES),
        data(page),
    ]


def assert_same_pages(folder: Path, trial: Built) -> None:
    for address in trial.papers:
        expected = html.document_fromstring((trial.folder / address / "index.html").read_bytes())
        page = html.document_fromstring((folder / address / "index.html").read_bytes())
        assert head(page) == head(expected), address
        assert content(page) == content(expected), address
    for pattern in ("publications*.*", "publications/**/*.*", "*.xml", "*.ics", "feed.json"):
        for file in trial.folder.glob(pattern):
            if file.name not in ("index.html", "sitemap.xml"):
                assert (folder / file.relative_to(trial.folder)).read_bytes() == file.read_bytes()
    for address in trial.redirects:
        written = (trial.folder / address / "index.html").read_bytes()
        assert (folder / address / "index.html").read_bytes() == written


def test_exported_pages_without_the_plugin(tmp_path: Path, trial: Built) -> None:
    result = build(exported(tmp_path))
    assert result.returncode == 0, result.stderr
    assert_same_pages(tmp_path / "site", trial)


def test_export_follows_a_new_slug(tmp_path: Path) -> None:
    config = exported(tmp_path)
    bib = tmp_path / "papers.bib"
    text = bib.read_text("utf-8")
    bib.write_text(text.replace("slug={the-report}", "slug={tr-7}, former={the-report}"), "utf-8")
    result = CliRunner().invoke(cli.main, ["export", "-f", str(config)])
    assert result.exit_code == 0, result.output
    docs = tmp_path / "docs/publications"
    assert (docs / "tr-7/tr-7.pdf").is_file()
    assert not (docs / "the-report.md").exists()
    assert not (docs / "the-report/the-report.pdf").exists()
    assert "../tr-7/" in (docs / "the-report/index.html").read_text("utf-8")


def test_exported_pages_with_zensical(tmp_path: Path, trial: Built) -> None:
    config = exported(tmp_path)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "zensical", "build", "-f", str(config), "--clean"]
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert_same_pages(tmp_path / "site", trial)

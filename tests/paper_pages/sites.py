"""Sites whose papers have pages, built and looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.site import Site, load_site

from ..conftest import ROOT
from ..engines import built
from ..test_mkdocs import site

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

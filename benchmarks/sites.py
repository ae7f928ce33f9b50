"""The sites that are built: ours, the empty ones, and those that others would write by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from . import vocabulary, written
from .generate import OWNER, Author, Paper

MACROS = {"macros": {"modules": ["mkdocs_academic"]}}
OURS = ["search", MACROS, "academic"]
PAPERS = "papers"  # the folder of the pages that are written by hand


def empty(root: Path, plugins: Sequence[Any] = ("search", "macros")) -> None:
    """Write one page without content for mkdocs-material; E is the one with both plugins."""
    _write(root, "material", plugins, {"index.md": "# Empty\n"})


def without_papers(root: Path) -> None:
    """Write one page without papers for us."""
    academic = {"profile": {"name": OWNER.name}}
    _write(root, "academic", OURS, {"index.md": "# Empty\n"}, academic)


def listed(root: Path, papers: Sequence[Paper], plugins: Sequence[Any] = OURS) -> None:
    """Write one page with all papers."""
    academic = {"profile": {"name": OWNER.name}, "pages": "no", "publications": "papers.bib"}
    _write(root, "academic", plugins, {"index.md": "{{ publications() }}\n"}, academic)
    _write_papers(root, papers)


def paged(root: Path, papers: Sequence[Paper]) -> None:
    """Write a page for each paper, and one that lists them all."""
    listed(root, papers)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("pages: 'no'", "pages: 'yes'"), "utf-8")


def home(root: Path, papers: Sequence[Paper]) -> None:
    """Write a home page with all sections and selected papers, and the page of all papers."""
    academic = yaml.load(  # as text: 2026.10 is no number
        Path(__file__).with_name("home.yml").read_text("utf-8"), yaml.BaseLoader
    )
    academic |= {"pages": "no", "publications": {"bibliography": "papers.bib", "selected": "yes"}}
    pages = {
        "index.md": "{{ profile() }}\n\n{{ metrics() }}\n\n{{ sections() }}\n",
        "publications.md": '# Publications\n\n{{ publications(selected=false, layout="list") }}\n',
    }
    _write(root, "academic", OURS, pages, academic)
    _write_papers(root, papers)


def by_hand(root: Path, papers: Sequence[Paper]) -> None:
    """Write the list as somebody would write it for mkdocs-material."""
    pages = {"index.md": f"# Publications\n{written.markdown(papers)}"}
    _write(root, "material", ["search"], pages)


def pages_by_hand(root: Path, papers: Sequence[Paper], padding: int = 0) -> None:
    """Write a page for each paper for mkdocs-material, outside the navigation.

    `padding` characters of text more make its pages as long as ours.
    """
    words = " ".join(vocabulary.PROSE)
    more = (words * (padding // len(words) + 1))[:padding]
    pages = {f"{PAPERS}/{number}.md": _page(one, more) for number, one in enumerate(papers)}
    pages["index.md"] = f"# Publications\n{written.markdown(papers)}"
    _write(root, "material", ["search"], pages)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"nav: [index.md]\nnot_in_nav: /{PAPERS}/*\n")


def _page(paper: Paper, more: str) -> str:
    head = f"# {paper.title.text}\n\n{written.item(paper)[2:]}\n"
    abstract = f"## Abstract\n\n{paper.abstract.text}\n\n" if paper.abstract.text else ""
    entry = written.entry(1, paper)
    return f"{head}{abstract}## BibTeX\n\n```\n{entry}```\n\n{more}\n"


def lab(root: Path, papers: Sequence[Paper], people: Sequence[Author]) -> None:
    """Write a page with all papers of a lab, and one for each member."""
    academic = {
        "profile": {"name": "Clockless Lab"},
        "people": [{"name": one.name, "url": _member(one)} for one in people],
        "pages": "no",
        "publications": "papers.bib",
    }
    pages = {"index.md": "# Clockless Lab\n\n{{ publications() }}\n"}
    for one in people:
        pages[_member(one)] = f'# {one.name}\n\n{{{{ publications(author="{one.name}") }}}}\n'
    _write(root, "academic", OURS, pages, academic)
    _write_papers(root, papers)


def empty_lab(root: Path, people: Sequence[Author]) -> None:
    """Write the same pages without papers, for mkdocs-material."""
    pages = {_member(one): f"# {one.name}\n" for one in people} | {"index.md": "# Clockless Lab\n"}
    _write(root, "material", ["search", "macros"], pages)


def member_sites(root: Path, papers: Sequence[Paper], people: Sequence[Author]) -> None:
    """Write the site of a lab and one for each member, with the papers that are theirs."""
    academic = {
        "people": {
            str(number): {"name": one.name, "role": "Fellow"} for number, one in _by(people)
        },
        "people_pages": "https://example.org/",
    }
    root.mkdir(parents=True, exist_ok=True)
    _write_config(root / "lab.yml", "academic", OURS, academic)
    _write_member(root, "Clockless Lab", "", "# Clockless Lab\n\n{{ people() }}\n")
    for number, one in _by(people):
        folder = root / "people" / str(number)
        _write_member(
            folder, one.name, f"people/{number}/", "{{ profile() }}\n\n{{ sections() }}\n"
        )
        _write_papers(folder, papers[number - 1 :: len(people)])


def _by(people: Sequence[Author]) -> Iterable[tuple[int, Author]]:
    return enumerate(people, 1)


def _write_member(folder: Path, name: str, path: str, page: str) -> None:
    """Write what a site has beside `lab.yml`."""
    academic: dict[str, Any] = {"profile": {"name": name}}
    academic |= {"publications": "papers.bib"} if path else {}
    config = {
        "INHERIT": "../../lab.yml" if path else "lab.yml",
        "site_name": name,
        "site_url": f"https://example.org/{path}",
        "extra": {"academic": academic},
    }
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text(page, "utf-8")
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, "utf-8")


def _member(one: Author) -> str:
    return f"members/{one.name.lower().replace(' ', '-')}.md"


def _write(
    root: Path,
    theme: str,
    plugins: Iterable[Any],
    pages: Mapping[str, str],
    academic: Mapping[str, Any] | None = None,
) -> None:
    """Write `mkdocs.yml` and the pages."""
    for name, text in pages.items():
        file = root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    named = {"site_name": OWNER.name, "site_url": "https://example.org/"}
    _write_config(root / "mkdocs.yml", theme, plugins, academic, named)


def _write_config(
    file: Path,
    theme: str,
    plugins: Iterable[Any],
    academic: Mapping[str, Any] | None,
    named: Mapping[str, str] | None = None,
) -> None:
    config: dict[str, Any] = {
        **(named or {}),
        "theme": {"name": theme},
        "plugins": list(plugins),
    }
    if theme == "material":  # as ours: no fonts from other hosts
        config["theme"] = {"name": theme, "font": False}
    if academic:
        config["extra"] = {"academic": dict(academic)}
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")


def _write_papers(root: Path, papers: Sequence[Paper]) -> None:
    """Write the bibliography, and the pictures that it names."""
    (root / "papers.bib").write_text(written.bibtex(papers), "utf-8")
    for paper in papers:
        if picture := paper.link("preview"):
            file = root / "docs" / picture
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(_PICTURE)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_PICTURE = (  # a grey PNG of 16 by 9 pixels
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 9, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress((b"\0" + b"\x99" * 16) * 9))
    + _chunk(b"IEND", b"")
)

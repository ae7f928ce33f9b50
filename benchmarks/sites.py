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
    config = {
        "site_name": OWNER.name,
        "site_url": "https://example.org/",
        "theme": {"name": theme},
        "plugins": list(plugins),
    }
    if theme == "material":  # as ours: no fonts from other hosts
        config["theme"] = {"name": theme, "font": False}
    if academic:
        config["extra"] = {"academic": dict(academic)}
    for name, text in pages.items():
        file = root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (root / "mkdocs.yml").write_text(text, "utf-8")


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

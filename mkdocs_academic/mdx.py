"""Markdown extension: puts rendered HTML in the place of one-word tokens, texts through Markdown.

A list goes around the Markdown parser; only the texts a user wrote go through it, as text of
elements, so that nothing in them can close or open what surrounds them.
"""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from . import citation_marks, excerpts, formulas, text
from .citation_marks import Citations
from .cited_text import IN_LINE
from .fragment import TOKEN, Fragment, Text
from .outputs import plain

NAMES = ("academic", "mkdocs_academic.mdx")  # under which a site may list this extension
_kept: dict[str, Fragment] = {}  # by content, until the next build: excerpts render pages again


class Held(NamedTuple):
    """A list that waits for `put_in`, with its rendered texts."""

    fragment: Fragment
    texts: list[str]


_held: list[Held] = []


def keep(fragment: Fragment, token: str = "") -> str:
    """Remember a fragment and return the token to write into the page, if it is not known yet."""
    token = token or fragment.token
    _kept[token] = fragment
    return token


def forget() -> None:
    """Let go of the fragments of an earlier build."""
    _kept.clear()
    _held.clear()
    citation_marks.forget()


def holds_lists(conf: Any) -> bool:
    """Tell whether a plugin has set this extension up, which will call `put_in`."""
    return "held" in _options(conf, "lists")


def _options(conf: Any, option: str) -> list[Any]:
    found = (conf.get("mdx_configs") or {}) if hasattr(conf, "get") else {}
    return [(found.get(name) or {}).get(option) for name in NAMES]


class Abilities(NamedTuple):
    """What an engine does with what macros write."""

    fills_tokens: bool
    knows_ids: bool  # of headings, in braces
    holds_lists: bool
    draws_formulas: bool


def abilities(conf: Any) -> Abilities:
    """Return what an engine with these settings can do."""
    listed = conf.get("markdown_extensions") or ()
    fills = any(name in listed for name in NAMES)
    draws = fills and "tex" not in _options(conf, "math")
    return Abilities(fills, "attr_list" in listed, holds_lists(conf), draws)


_HELD = re.compile(r"<!--zacademic(\d+)-->")


def held(html: str) -> Iterator[Held]:
    """Return the lists that are still to be put into a page."""
    return (_held[int(one[1])] for one in _HELD.finditer(html) if int(one[1]) < len(_held))


def put_in(html: str) -> str:
    """Put the lists into a page that was built with `lists: held`."""

    def filled(found: re.Match[str]) -> str:
        if int(found[1]) >= len(_held):
            return found[0]  # somebody's own comment
        one = _held[int(found[1])]
        return one.fragment.filled(one.texts)

    return _HELD.sub(filled, html)


def put_into(file: Path) -> None:
    """Put the lists into a page that has been written; where that fails, it stays as it is."""
    if not file.is_file():
        return  # somebody has taken it away
    whole = file.with_name(f"{file.name}.part")
    try:
        with whole.open("wb") as page:
            page.writelines(_filled(file.read_bytes()))
        os.replace(whole, file)
    finally:
        whole.unlink(missing_ok=True)


def _filled(page: bytes) -> Iterator[bytes]:
    """Yield a page with its lists, in pieces."""
    before, *rest = re.split(_HELD.pattern.encode(), page)
    yield before
    for number, after in zip(rest[::2], rest[1::2], strict=True):
        if int(number) < len(_held):
            one = _held[int(number)]
            yield from one.fragment.written(one.texts)
        else:
            yield b"<!--zacademic%s-->" % number
        yield after


class _Texts(BlockProcessor):
    """Lays out the texts of a fragment behind marks, for Markdown to work on."""

    def test(self, parent: etree.Element, block: str) -> bool:
        if block.lstrip("\n").startswith(" " * self.tab_length):
            return False  # it belongs to the list item or admonition above
        fragment = _kept.get(block.strip())
        return bool(fragment and fragment.texts)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        token = blocks.pop(0).strip()
        self.parser.state.set("academic")
        for one in _kept[token].texts:
            _mark(parent, f"{token}next")
            if one.heading:
                named = {
                    key: said for key, said in (("class", one.css), ("id", one.anchor)) if said
                }
                heading = etree.SubElement(parent, f"h{one.heading}", named)
                heading.text = _NO_ATTRIBUTES.sub(r"\1\\\2", one.markdown)
            elif one.inline:
                etree.SubElement(parent, "p").text = one.markdown
            else:
                self.parser.parseChunk(parent, one.markdown)
        self.parser.state.reset()
        _mark(parent, f"{token}end")


_NO_ATTRIBUTES = re.compile(r"( )(\{[^}\n]*\} *$)")  # attr_list would take them off a heading


def _mark(parent: etree.Element, word: str) -> None:
    etree.SubElement(parent, "p").text = AtomicString(word)


class _Links(Treeprocessor):
    """Lets links in texts start at docs, on whatever page the texts are shown."""

    def run(self, root: etree.Element) -> None:
        for parent in root.iter():
            up = ""
            for child in parent:
                word = child.text or ""
                if child.tag == "p" and isinstance(word, AtomicString) and TOKEN.match(word):
                    up = _kept[TOKEN.match(word)[0]].up if word.endswith("next") else ""  # type: ignore[index]
                elif up:
                    _moved(child, up)


def _moved(element: etree.Element, up: str) -> None:
    for attribute in ("href", "src"):
        for one in element.iter():
            address = one.get(attribute)
            if address and not _FIXED.match(address):
                one.set(attribute, up + address)


_FIXED = re.compile(r"[a-z][a-z0-9+.-]*:|[#/]", re.IGNORECASE)


class _Last(Treeprocessor):
    """Tells that the whole page comes next, after all who render its headings."""

    def __init__(self, md: Markdown, fill: _Fill) -> None:
        super().__init__(md)
        self._fill = fill

    def run(self, root: etree.Element) -> None:
        self._fill.has_page = True


class _Fill(Postprocessor):
    """Puts the fragments in, each text sanitised, and typesets formulas if that is wanted."""

    def __init__(self, md: Markdown, *, draws: bool, holds: bool) -> None:
        super().__init__(md)
        self._draws = draws
        self._holds = holds
        self.has_page = False  # else it is a heading, for a title or a table of contents
        self._moved: Callable[[str], str] = str  # moves the links of what is put in

    def run(self, html: str) -> str:
        self._moved = excerpts.mover(self.md) or str
        if "zacademic" in html:
            # The small page first: what is put in may be megabytes.
            html = _PARAGRAPH.sub(_unwrapped, html)
            html = _ALONE.sub(self._alone, html)
            html = _LAID_OUT.sub(self._filled, html)
        if self.has_page:
            html = self._drawn(citation_marks.settled(html, self._moved, excerpts.post(self.md)))
        else:
            html = plain.without_formulas(citation_marks.without(html))
        self.has_page = False
        return html

    def _drawn(self, html: str) -> str:
        return formulas.typeset(html) if self._draws else html

    def _alone(self, found: re.Match[str]) -> str:
        fragment = _kept.get(found[0])
        if fragment and not fragment.texts:
            return self._put(fragment, [])
        return self._moved(fragment.alone()) if fragment else found[0]

    def _filled(self, found: re.Match[str]) -> str:
        fragment = _kept[found[1]]
        rendered = found[2].split(f"<p>{found[1]}next</p>")
        clean = [_cleaned(html, one) for html, one in zip(rendered, fragment.texts, strict=True)]
        return self._put(fragment, clean)

    def _put(self, fragment: Fragment, texts: list[str]) -> str:
        """Fill a fragment, or leave a comment where it goes: no one looks into that."""
        if not self._holds or fragment.shown is None:
            return self._moved(fragment.filled(texts))
        if self._draws:
            fragment = fragment._replace(html=self._drawn(fragment.html))
        _held.append(Held(fragment, [self._drawn(citation_marks.settled(one)) for one in texts]))
        return f"<!--zacademic{len(_held) - 1}-->"


_LAID_OUT = re.compile(rf"<p>({TOKEN.pattern})next</p>(.*?)<p>\1end</p>", re.DOTALL)
_ALONE = re.compile(rf"{TOKEN.pattern}(?!next<|end<)")
_PARAGRAPH = re.compile(r"<p>([^<]*(?:<(?!/?p[ >])[^<]*)*)</p>")
_EMPTY = re.compile(r"<p>\s*</p>")
_INLINE = re.compile(rf"\s*<(a|span)\b|{IN_LINE}")
_ONLY_PARAGRAPH = re.compile(r"\s*<p>(.*)</p>\s*", re.DOTALL)


def _cleaned(html: str, one: Text) -> str:
    only = _ONLY_PARAGRAPH.fullmatch(html) if one.inline and not one.heading else None
    return text.sanitised(only[1] if only else html.strip())


def _unwrapped(found: re.Match[str]) -> str:
    """Take blocks out of the paragraph that Markdown made around their tokens."""
    if not _ALONE.search(found[0]):
        return found[0]
    inside = TOKEN.sub(lambda one: f"</p>{one[0]}<p>" if _is_block(one[0]) else one[0], found[1])
    return _EMPTY.sub("", f"<p>{inside}</p>")


def _is_block(token: str) -> bool:
    fragment = _kept.get(token)
    return bool(fragment and (fragment.pieces or not _INLINE.match(fragment.html)))


class AcademicExtension(Extension):
    """The extension, named `mkdocs_academic.mdx` in `markdown_extensions`."""

    def __init__(self, **options: Any) -> None:
        """Take `math: tex` to leave formulas to a script; else they are drawn as MathML."""
        self.config = {
            "math": ["mathml", "mathml draws formulas, tex leaves them to a script"],
            "lists": ["filled", "held leaves lists of papers to `put_in`"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register texts before all other blocks, fragments after everything."""
        md.parser.blockprocessors.register(_Texts(md.parser), "academic", 200)
        # After inline patterns have made the links (20), before an engine resolves them (0).
        md.treeprocessors.register(_Links(md), "academic", 4)
        md.inlinePatterns.register(Citations(md), "academic", 175)  # behind code
        draws, holds = self.getConfig("math") == "mathml", self.getConfig("lists") == "held"
        fill = _Fill(md, draws=draws, holds=holds)
        md.treeprocessors.register(_Last(md, fill), "academic_last", -100)
        md.postprocessors.register(fill, "academic", -10)


def makeExtension(**options: Any) -> AcademicExtension:
    """Make the extension, as Python-Markdown asks for it."""
    return AcademicExtension(**options)

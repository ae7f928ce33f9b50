"""HTML around Markdown taken off: what stays is Markdown with inline HTML, and cards."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

from . import unclosed
from .cards import Card, is_box, is_card, place
from .code import CODE

_INLINE = frozenset(
    "a b strong i em u sup sub small code br s del mark kbd q cite abbr ins tt samp var wbr".split()
)
_TABLE = frozenset("table thead tbody tfoot tr td th caption".split())
_BLOCK = frozenset(
    "div section article aside main header footer nav center figure figcaption details summary p "
    "dl dt dd ul ol li blockquote h1 h2 h3 h4 h5 h6 pre hr time address form fieldset".split()
)
_TRANSPARENT = frozenset("font span papertitle nobr big label button picture papers".split())
_DROPPED = frozenset("script style svg noscript template canvas select textarea head".split())
_VOID = frozenset("br img hr input source link meta embed wbr col area base track".split())
_FRAMES = frozenset("video audio object iframe".split())
_MEDIA = frozenset("video audio iframe embed object source".split())
_PROTECTED = re.compile(
    r"(```.*?```|~~~.*?~~~|``[^`\n]+``|`[^`\n]*<[^`\n]*`|\$\$[^$]*<[^$]*\$\$|\$[^$\n]*<[^$\n]*\$)",
    re.DOTALL,
)
_DECLARATION = re.compile(r"<!doctype[^>]*>|<\?xml[^>]*\?>", re.IGNORECASE)
_ODD = re.compile(r"<(?=!(?!--)|\?)")  # HTMLParser gives up at `<![`
_HEADING = re.compile(r"^(?= {0,3}#{1,2}[ \t])", re.MULTILINE)
_HIDDEN = re.compile(r"paper-box|^\s*[-*]\s|^#|\]\(", re.MULTILINE)
_KRAMDOWN_COMMENT = re.compile(
    r"^\[//\]: *# *\(.*\)[ \t]*$|^\{::comment\}.*?\{:/(?:comment)?\}", re.MULTILINE | re.DOTALL
)
_SHIELD = re.compile(
    r"shields\.io|badgen\.net|githubusercontent\.com/.*badge|star-history", re.IGNORECASE
)


def flattened(source: str, note: Callable[[str], None]) -> tuple[str, list[Card]]:
    """Return Markdown in which `cards.place(n)` stands for the n-th card."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\ue002{len(kept) - 1}\ue003"

    if hidden := _KRAMDOWN_COMMENT.findall(source):
        note(f"{len(hidden)} lines that the source hides as comments were left out")
        source = _KRAMDOWN_COMMENT.sub("", source)
    source = unclosed.formulas(_PROTECTED.sub(keep, _DECLARATION.sub("", source)))
    source = _ODD.sub("&lt;", source)
    source = _PROTECTED.sub(keep, source).replace("&", _AND)
    cards: list[Card] = []
    texts = []
    for part in _HEADING.split(source):  # an element that is never closed ends with its section
        part = unclosed.cut(part, note)
        flat = _Flat(part, cards, note)
        flat.feed(part)
        flat.close()
        texts.append(flat.finished())

    def back(text: str) -> str:
        return re.sub(
            "\ue002(\\d+)\ue003", lambda found: kept[int(found[1])], text.replace(_AND, "&")
        )

    for card in cards:
        card.markdown = unindented(back(card.markdown))
        card.badges = [html.unescape(back(one)) for one in card.badges]
        card.images = [
            (html.unescape(back(src)), html.unescape(back(alt))) for src, alt in card.images
        ]
    return back("\n".join(texts)), cards


def unindented(text: str) -> str:
    """Take off the indentation that HTML had, which Markdown would read as code."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\ue008{len(kept) - 1}\ue009"

    lines = (
        line if not line.strip() or _LISTED.match(line) else _shifted(line)
        for line in CODE.sub(keep, text).split("\n")
    )
    text = re.sub(r"^[ \t]+$", "", "\n".join(lines), flags=re.MULTILINE)
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return re.sub("\ue008(\\d+)\ue009", lambda found: kept[int(found[1])], text)


def _shifted(line: str) -> str:
    return line.lstrip(" \t") if line.startswith(("    ", "\t")) else line


_LISTED = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")


class _Flat(HTMLParser):
    """Walks over one section; text and inline tags go through as they are written."""

    def __init__(self, source: str, cards: list[Card], note: Callable[[str], None]) -> None:
        super().__init__(convert_charrefs=False)
        self._source, self._cards, self._note = source, cards, note
        self._lines = [0]
        for found in re.finditer("\n", source):
            self._lines.append(found.end())
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []  # tag and what its end does
        self._card: Card | None = None
        self._page: list[str] = []
        self._dropping = 0
        self._lists: list[str] = []
        self._mute = 0  # within a video, whose text is for browsers that cannot show it

    def finished(self) -> str:
        """Close what is still open and return the text."""
        while self._open:
            self._end(*self._open.pop())
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow an opening tag."""
        given = {name: value or "" for name, value in attrs}
        raw = self.get_starttag_text() or ""
        if self._dropping or tag in _DROPPED:
            self._dropping += tag in _DROPPED
            if tag in _DROPPED and self._dropping == 1:
                self._note(f"a `<{tag}>` was left out")
            return
        names = given.get("class", "")
        if self._opens_card(tag, names):
            return
        if tag == "img":
            self._picture(given)
        elif tag in _MEDIA:
            self._mute += tag in _FRAMES
            self._media(tag, given)
        elif tag in _TRANSPARENT:
            self._span(tag, given, names)
        elif tag in _INLINE:
            self._out.append(raw)
        elif tag in _TABLE and not self._card:
            self._out.append(f"{raw}\n" if tag == "table" else raw)
        elif tag in _BLOCK or tag in _TABLE:
            self._block(tag, names)
        elif tag not in _VOID:
            # An address in angle brackets, or words that only look like a tag.
            is_address = ":" in tag or "@" in tag or "." in tag
            self._out.append(raw if is_address else raw.replace("<", "&lt;").replace(">", "&gt;"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow `<br/>`; a `<div/>` opens nothing."""
        if tag in _VOID or tag in _MEDIA or ":" in tag:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Follow a closing tag; one that closes nothing is read over."""
        if self._dropping:
            self._dropping -= tag in _DROPPED
            return
        if tag in _FRAMES:
            self._mute = max(0, self._mute - 1)
        elif (tag in _INLINE and tag not in _VOID) or (tag in _TABLE and not self._card):
            self._out.append(f"</{tag}>")
        elif any(name == tag for name, _ in self._open):
            while True:
                name, does = self._open.pop()
                self._end(name, does)
                if name == tag:
                    break

    def handle_data(self, data: str) -> None:
        """Keep text as it is; within a list of HTML its line breaks are blanks."""
        if not self._dropping and not self._mute:
            self._out.append(re.sub(r"\s*\n\s*", " ", data) if self._lists else data)

    def handle_comment(self, data: str) -> None:
        """Leave out what the source hides."""
        if _HIDDEN.search(data):
            self._note(f"a comment was left out that hides “{' '.join(data.split())[:60]}”")

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _opens_card(self, tag: str, names: str) -> bool:
        if self._card:
            if not is_box(names) or not self._card.is_box:
                return False
            while self._card and self._open:  # a box within a box: the first was never closed
                self._end(*self._open.pop())
        if not is_card(tag, names, self._source, self._at()):
            return False
        self._card = Card(is_box=is_box(names))
        self._page, self._out = self._out, []
        self._open.append((tag, "card"))
        return True

    def _end(self, tag: str, does: str) -> None:
        if does == "card" and self._card:
            self._card.markdown = "".join(self._out).strip("\n")
            self._cards.append(self._card)
            self._out, self._card = self._page, None
            self._out.append(place(len(self._cards) - 1))
        elif does == "badge":
            at = max(place for place, one in enumerate(self._out) if one == _BADGE)
            text = " ".join("".join(self._out[at + 1 :]).split())
            del self._out[at:]
            if self._card and text:
                self._card.badges.append(text)
        elif does == "heading":
            self._out.append("</strong>\n\n" if self._card or self._lists else "\n\n")
        elif does == "list" and self._lists:
            self._lists.pop()
            self._out.append("" if self._lists else "\n\n")
        elif does == "block":
            self._break()

    def _block(self, tag: str, names: str) -> None:
        if self._card and (_LABEL.search(names)):
            self._out.append(_BADGE)
            self._open.append((tag, "badge"))
        elif tag in _HEADINGS or (self._card and _TITLE.search(names)):
            is_title = self._card or self._lists
            self._break()
            self._out.append('<strong class="title">' if is_title else f"{'#' * int(tag[1])} ")
            self._open.append((tag, "heading"))
        elif tag in ("ul", "ol"):
            self._lists.append(tag)
            self._open.append((tag, "list"))
            self._out.append("\n\n" if len(self._lists) == 1 else "\n")
        elif tag == "li":
            while self._open and self._open[-1][0] == "li":
                self._end(*self._open.pop())
            indent = "    " * max(len(self._lists) - 1, 0)
            self._out.append(f"\n{indent}- ")
            self._open.append((tag, "li"))
        elif tag == "hr":
            self._out.append("\n\n---\n\n")
        else:
            self._break()
            self._open.append((tag, "block"))

    def _break(self) -> None:
        """End a paragraph; in a list of HTML only the line, behind the mark of an item nothing."""
        before = "".join(self._out[-3:])
        if re.search(r"(?:^|\n)\s*(?:[-*+]|\d+[.)])\s+$", before):
            return
        if self._lists:
            self._out.append("" if before.endswith(("<br>", "\n")) else "<br>")
        else:
            self._out.append("\n\n")

    def _span(self, tag: str, given: dict[str, str], names: str) -> None:
        if "show_paper_citations" in names and self._card and given.get("data"):
            self._card.scholar = self._card.scholar or given["data"]
        if self._card and _LABEL.search(names):
            self._out.append(_BADGE)
            self._open.append((tag, "badge"))
            return
        last = self._out[-1][-1:] if self._out and self._out[-1] else " "
        if names and (last.isalnum() or last in ".:;)>！。"):
            self._out.append(" ")  # what a style sheet keeps apart
        self._open.append((tag, ""))

    def _picture(self, given: dict[str, str]) -> None:
        address = given.get("src") or given.get("data-src") or ""
        alt = "" if given.get("alt") == "sym" else given.get("alt", "")
        if self._card and not _SHIELD.search(address):
            self._card.images.append((address.strip(), alt))
        elif address:
            words = alt.replace("[", "(").replace("]", ")")
            self._out.append(f"![{words}]({address.strip().replace(' ', '%20')})")

    def _media(self, tag: str, given: dict[str, str]) -> None:
        address = given.get("src") or given.get("data") or ""
        if not address or given.get("type", "").startswith("image"):
            return
        if self._card and not self._card.images:
            self._card.images.append((address.strip(), ""))
        else:
            label = {"source": "video", "embed": "file", "object": "file"}.get(tag, tag)
            self._out.append(f" [{label}]({address.strip().replace(' ', '%20')}) ")


_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_TITLE = re.compile(r"(?:^|[\s-])title(?:\s|$)")
_LABEL = re.compile(r"(?:^|[\s-])(?:badge|venue)(?:\s|$)")
_BADGE = "\ue004"
_AND = "\ue005"  # stands for `&`, which HTMLParser would read as the start of an entity

"""The home page: sections in their order, their items in data files, their prose in between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import papers
from .addresses import Addresses
from .cards import Card
from .kinds import ABOUT, kind_of
from .lists import Lists, verbatim
from .markup import unindented
from .outline import Block, Item, Prose, Run, Section, blocks, sections
from .page_text import cleaned
from .people_lists import Owner
from .report import Count
from .result import Result

_BADGE = "\ue020"  # stands for the badge of citations until the page is clean


class Home:
    """Puts the home page together, one section after the other."""

    def __init__(self, result: Result, addresses: Addresses, owner: Owner) -> None:
        self._result, self._addresses, self._owner = result, addresses, owner
        self._parts: list[str] = []  # of the page, after the profile
        self._simple: list[str] = []  # sections that wait to be shown by one macro
        self._order: list[str] = []
        self._lists = Lists(result, addresses, owner)

    def read(self, text: str, cards: Sequence[Card]) -> None:
        """Take the sections of a page."""
        found = [(one, blocks(one.lines, cards)) for one in sections(text)]
        kinds = [(one, _kind(one, inner), inner) for one, inner in found]
        listed = [inner for _, kind, inner in kinds if kind == "publications"]
        several = sum(isinstance(block, Run) for inner in listed for block in inner) > 1
        self._lists = Lists(self._result, self._addresses, self._owner, several)
        for section, kind, inner in kinds:
            self._section(section, kind, inner)

    def _section(self, section: Section, kind: str, inner: Sequence[Block]) -> None:
        title = _plain_title(section.title, self._addresses)
        count = self._result.report.count(
            title or "(before the first heading)", kind if kind != ABOUT else ""
        )
        if not inner:
            if title and not section.title.startswith("<"):
                self._result.report.note(f"the section “{title}” is empty and was left out")
            self._result.report.counts.remove(count)
            return
        if kind in ("", ABOUT):
            self._as_written(title, inner, count)
            return
        if kind == "publications":
            inner = self._with_papers(inner)
        if not any(isinstance(one, Run) for one in inner):
            count.kind = ""
        is_simple = len(inner) == 1 and isinstance(inner[0], Run) and bool(title)
        if not is_simple:
            self._heading(2, title)
        for block in inner:
            if isinstance(block, Prose):
                self._prose(block.text)
                continue
            name = self._lists.make(kind, title, block, count, is_simple)
            self._order += [name] if name else []
            if name and is_simple:
                self._simple.append(name)
            elif name:
                self._add(f"{{{{ {name}({self._level(name, kind)}) }}}}")

    def _level(self, name: str, kind: str) -> str:
        """Have the years of a list stand below the heading before it."""
        settings = self._result.academic[name]
        by_year = kind == "publications" and "group_by" not in settings
        headings = [part for part in self._parts if part.startswith("#")]
        depth = len(headings[-1]) - len(headings[-1].lstrip("#")) if headings else 1
        return f"level={min(depth + 1, 6)}" if by_year else ""

    # What is not a known list stays as it is

    def _as_written(self, title: str, inner: Sequence[Block], count: Count) -> None:
        self._heading(2, title)
        for block in inner:
            if isinstance(block, Prose):
                self._prose(block.text)
                continue
            listed = []
            for number, item in enumerate(block.items, 1):
                count.found += 1
                reason = (
                    "the heading tells no kind of section" if title else "part of the introduction"
                )
                self._result.report.keep(count, item.card.markdown, reason)
                listed.append(self._written_item(item, number))
            self._prose(
                "\n\n".join(listed) if any("\n" in one for one in listed) else "\n".join(listed)
            )

    def _written_item(self, item: Item, number: int) -> str:
        if not item.mark:
            return verbatim(item.card)
        mark = f"{number}." if item.mark[:1].isdigit() else "-"
        first, *rest = item.card.markdown.split("\n")
        return "\n".join(
            [f"{mark} {first}", *(f"    {line.strip()}" if line.strip() else "" for line in rest)]
        )

    def _with_papers(self, inner: Sequence[Block]) -> list[Block]:
        """Take paragraphs that are papers for items."""
        found: list[Block] = []
        for block in inner:
            if isinstance(block, Run):
                found.append(block)
                continue
            for text in re.split(r"\n[ \t]*\n", block.text):
                read = (
                    papers.read(Card(text), self._owner, self._addresses)
                    if len(text) > 60
                    else None
                )
                is_owner = read and any(map(self._owner.is_meant, read.fields.get("authors", [])))
                if read and not read.reason and is_owner and len(read.fields["authors"]) > 1:
                    if not found or not isinstance(found[-1], Run):
                        found.append(Run())
                    found[-1].items.append(Item(Card(text)))  # type: ignore[union-attr]
                elif found and isinstance(found[-1], Prose):
                    found[-1].text += f"\n\n{text}"
                elif text.strip():
                    found.append(Prose(text))
        return found

    # The page

    def _heading(self, level: int, title: str) -> None:
        if title and title != self._owner.name:  # that heading the profile brings
            self._add(f"{'#' * level} {_guarded(cleaned(title))}")

    def _prose(self, text: str) -> None:
        if not text.strip():
            return
        text = self._with_badge(unindented(text))
        text = (
            re.sub(r"^(#{1,5}) ", r"#\1 ", text, flags=re.MULTILINE)
            if re.search(r"^#{1,2} ", text, re.MULTILINE)
            else text
        )
        safe = cleaned(self._addresses.rewritten(text))
        end, begin = "{% endraw %}", "{% raw %}"
        badge = (
            f"{end}{{{{ citation_badge() }}}}{begin}"
            if safe.startswith(begin)
            else "{{ citation_badge() }}"
        )
        self._add(safe.replace(_BADGE, badge))

    def _with_badge(self, text: str) -> str:
        """Replace the number and the badge that the template's script fills."""
        pattern = (
            r"<a\s[^>]*href=[\"']([^\"']*)[\"'][^>]*>"
            r"\s*(!\[[^\]]*\]\([^)]*shields\.io/endpoint[^)]*\))\s*</a>"
        )

        def put(found: re.Match[str]) -> str:
            if "citations" in self._result.academic:
                return _BADGE
            is_other = "semantic" in found[1].lower()
            return f"[{'Semantic Scholar' if is_other else 'Google Scholar'}]({found[1]})"

        text = re.sub(r"</?strong>(?=\s*</a>)|(?<=\s)<strong>(?=[\d,.]+\+?</strong>)", "**", text)
        return re.sub(pattern, put, text)

    def _add(self, part: str) -> None:
        if self._simple:
            names = ", ".join(f'"{name}"' for name in self._simple)
            self._simple.clear()
            self._parts.append(f"{{{{ sections({names}) }}}}")
        if part.strip():
            self._parts.append(part.strip("\n"))

    def page(self) -> str:
        """Return the page's Markdown below the profile, and set the order of the sections."""
        everything = self._simple == self._order and bool(self._order)
        if everything:
            self._simple.clear()
        self._add("{{ sections() }}" if everything else "")
        self._result.academic["sections"] = self._order
        return "\n\n".join(self._parts)


def _kind(section: Section, inner: Sequence[Block]) -> str:
    kind = kind_of(section.title)
    boxes = [
        one for block in inner if isinstance(block, Run) for one in block.items if one.card.is_box
    ]
    is_papers = kind in ("", ABOUT) and any(one.card.badges for one in boxes)
    return "publications" if is_papers else kind


def _plain_title(title: str, addresses: Addresses) -> str:
    """Return a heading as settings hold it: Markdown without pictures and HTML."""
    text = re.sub(r"<[^>]*>|!\[[^\]]*\]\([^)]*\)", " ", title)
    text = addresses.rewritten(" ".join(text.split()))
    return text.replace("&nbsp;", " ").replace("&amp;", "&").strip()


def _guarded(title: str) -> str:
    return " ".join(title.split())

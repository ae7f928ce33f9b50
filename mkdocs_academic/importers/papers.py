"""A paper written as a box or a line of a list: its title, authors, venue, labels and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import venue_text
from .cards import Card
from .paper_fields import Address, Fields, PaperFields, lost
from .paper_titles import Span, Titles, is_chinese, tidied, with_quotes
from .people_lists import NOBODY, Owner, People, people_at
from .runs import Flat, Run, flat


class Reading(NamedTuple):
    """What an item says; where there is a reason, it is better kept as it is."""

    fields: Fields
    reason: str = ""
    emphasised: tuple[str, ...] = ()  # authors set apart


def read(card: Card, owner: Owner, address: Address) -> Reading:
    """Take an item apart. Every word of it is in the fields, or there is a reason."""
    found = flat(card.markdown)
    if len(found.text.split()) < 3 and not is_chinese(found.text):
        return Reading({}, "too short for a paper")
    return _Paper(found, card, owner, address).read()


class _Paper:
    def __init__(self, found: Flat, card: Card, owner: Owner, address: Address) -> None:
        self._flat, self._card, self._owner, self._address = found, card, owner, address
        self._text = found.text
        self._fields = PaperFields(address)
        self._taken: list[Span] = []

    def read(self) -> Reading:
        start = self._labels_at_head()
        title = Titles(self._flat, self._owner).find(start)
        if title is None:
            return Reading({}, "no title could be told from the rest")
        self._taken.append(with_quotes(self._text, *title))
        people = self._authors(start, title)
        self._set_title(*title)
        bullets = not any(run.bullet for run in self._flat.within(*title))
        for begin, end in self._left(start):
            self._stretch(begin, end, bullets)
        if not people.names and self._fields.may_hold_names:
            return Reading({}, "no authors could be told from the rest")
        self._fields.badges(self._card)
        known = self._fields.known
        if people.names:
            known["authors"] = [*people.names, *(["others"] if people.others else [])]
        if not known.keys() & {"year", "date", "status"}:
            known |= self._only_year(known["title"])
        fields = self._fields.arranged(self._card)
        if word := lost(f"{self._text} {' '.join(self._card.badges)}", fields):
            return Reading({}, f"“{word}” has no place in the fields")
        return Reading(fields, "", people.emphasised)

    def _only_year(self, title: str) -> Fields:
        """Return the year, if the item names no other."""
        years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", self._text.replace(title, "")))
        return {"year": years.pop()} if len(years) == 1 else {}

    # What stands before everything: `ICLR 2025`, [CCF-A], *2023*

    def _labels_at_head(self) -> int:
        at = 0
        while True:
            at += len(self._text[at:]) - len(self._text[at:].lstrip(_LEAD))
            run = next(iter(self._flat.within(at, at + 1)), None)
            if run is None:
                return at
            after = self._label_end(at, run)
            if after == at:
                return at
            at = after

    def _label_end(self, at: int, run: Run) -> int:
        """Take the label at a place and return where it ends, the place itself if there is none."""
        text = self._text
        if run.code and run.start <= at and not self._is_author(run):
            self._fields.label(text[at : run.end])
            return run.end
        if found := _BRACKETS.match(text, at):
            if next(self._flat.links(at, found.end()), None):
                return at
            if not re.fullmatch(r"[A-Za-z]{0,2}\d{1,3}", found[1]):
                self._fields.label(found[1])
            self._taken.append((at, found.end()))
            return found.end()
        if found := _DAY.match(text, at):
            self._fields.known["date" if len(found[0]) > 4 else "year"] = found[0]
            return found.end()
        return at

    def _is_author(self, run: Run) -> bool:
        after = self._text[run.end : run.end + 6].lstrip()
        is_listed = after.startswith((",", "，", "、", ";", "and ", "&"))
        return is_listed or self._owner.is_meant(self._flat.part(run))

    def _set_title(self, start: int, end: int) -> None:
        known = self._fields.known
        known["title"] = tidied(self._text[start:end])
        urls = [self._address(url) for *_, url in self._flat.links(start, end) if url]
        if url := next(filter(None, urls), ""):
            known["url"] = url
        begin = with_quotes(self._text, start, end)[0]
        if year := venue_text.year_of(self._text[begin:start]):
            known.setdefault("year", year)

    # The authors: before the title, or the first line behind it that is names

    def _authors(self, start: int, title: Span) -> People:
        if title[0] - start > 3:
            people = people_at(self._flat, start, title[0], self._owner)
            if people.names:
                self._taken.append((start, people.end))
                return people
        at = title[1]
        while at < len(self._text):
            gap = re.match(r"[\s.,;:|·–—\-(]*(?:(?:[Aa]uthors?|[Bb]y)\s*:?\s+)?", self._text[at:])
            begin = at + (gap.end() if gap else 0)
            line = self._text.find("\n", begin)
            stop = line if line > 0 else len(self._text)
            people = people_at(self._flat, begin, _paragraph(self._text, begin), self._owner)
            is_owner = any(map(self._owner.is_meant, people.names))
            if len(people.names) > 1 or is_owner or (people.names and people.others):
                self._taken.append((begin, people.end))
                return people
            at = stop + 1
        return NOBODY

    # Everything else, line by line

    def _left(self, start: int) -> Iterator[Span]:
        at = start
        for begin, end in [*sorted(self._taken), (len(self._text), len(self._text))]:
            while at < begin:
                line = self._text.find("\n", at, begin)
                stop = line if line >= 0 else begin
                yield at, stop
                at = stop + 1 if line >= 0 else begin
            at = max(at, end)

    def _stretch(self, start: int, end: int, bullets: bool) -> None:
        if not re.search(r"[^\W_]", self._text[start:end]):
            for *_, url in self._flat.links(start, end):
                self._fields.link("", url)
            return
        is_bullet = bullets and any(run.bullet for run in self._flat.within(start, end))
        text = self._without_links(start, end)
        text = self._without_labels(text, start, end) if not is_bullet else text
        is_told = re.match(r"\W*(abstract|tl;?\s?dr|summary|摘要)\b\W*", text, re.IGNORECASE)
        is_long = len(text) > 170 and not (venue_text.read(text).keys() & {"journal", "booktitle"})
        if is_bullet or is_told or is_long:
            whole = " ".join(self._text[start:end].split()).strip(" •-")
            self._fields.remark(whole[is_told.end() :] if is_told else whole, bool(is_told))
            return
        for piece in re.split(r"\s*[|｜]\s*|\s+[·•/]\s+|\s{3,}", text):
            self._fields.piece(piece)

    def _without_links(self, start: int, end: int) -> str:
        """Take the links out of a stretch."""
        text, at = "", start
        for begin, stop, url in self._flat.links(start, end):
            label = self._text[begin:stop]
            before = re.sub(r"[\[(（]\s*$", "", self._text[at:begin])
            text += before + " "
            self._fields.link(label, url)
            at = stop
            if closing := re.match(r"\s*[\])）]", self._text[at:end]):
                at += closing.end()
        return text + self._text[at:end]

    def _without_labels(self, text: str, start: int, end: int) -> str:
        """Take out what is in parentheses and looks like labels: (CCF-A, JCR:Q1)."""
        bold = {self._flat.part(run).strip() for run in self._flat.within(start, end) if run.bold}

        def take(found: re.Match[str]) -> str:
            if venue_text.STATUS.fullmatch(found[1]):
                self._fields.status(found[1])
                return " "
            return " " if self._fields.ranks(found[1], bold) else found[0]

        return re.sub(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]", take, text)


_LEAD = " \n\u00a0,;:：|-–—✨🔥⭐🌟📝"
_BRACKETS = re.compile(r"[\[【]([^\[\]【】\n]{1,40})[\]】](?!\()")
_DAY = re.compile(r"(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}(?=[\s:：,*|])")


def _paragraph(text: str, start: int) -> int:
    end = text.find("\n\n", start)
    return end if end > 0 else len(text)

"""Where the title of a paper stands: set apart, quoted, or the sentence behind the authors."""

from __future__ import annotations

import re

from .people_lists import Owner, people_at
from .runs import Flat, Run

Span = tuple[int, int]  # of the text of an item


class Titles:
    """Looks for the title in one item, the surest way first."""

    def __init__(self, flat: Flat, owner: Owner) -> None:
        self._flat, self._owner, self._text = flat, owner, flat.text

    def find(self, start: int) -> Span | None:
        """Return where the title stands; what is before `start` are labels."""
        for look in (
            self._as_heading,
            self._at_first,
            self._quoted,
            self._behind_authors,
            self._first_line,
        ):
            found = look(start)
            if found and _is_title(self._text[found[0] : found[1]]):
                return found
        return None

    def _as_heading(self, start: int) -> Span | None:
        runs = [run for run in self._flat.runs if run.title]
        return (runs[0].start, runs[-1].end) if runs else None

    def _at_first(self, start: int) -> Span | None:
        """Take a link or bold words at the start, unless they are a person."""
        stop = self._styled(start)
        if not stop:
            return None
        text = self._text[start:stop].strip()
        people = people_at(self._flat, start, stop, self._owner)
        after = self._text[stop : stop + 3].lstrip()
        is_whole = people.end >= start + len(text.rstrip(". ")) and people.names
        if is_whole and (
            len(people.names) > 1
            or after.startswith((",", "，", "and", "&", "、", "*", "†", "#"))
            or any(map(self._owner.is_meant, people.names))
        ):
            return None
        is_link = any(run.url is not None for run in self._flat.within(start, stop))
        is_alone = self._text[stop : stop + 1] in ("\n", "")
        if is_link or is_alone or len(text.split()) > 3 or is_chinese(text):
            return (start, stop)
        return None

    def _styled(self, start: int) -> int:
        """Return where the look of the text that starts here ends, 0 if it has none."""
        stop = 0
        look: tuple[str, str] | None = None
        for run in self._flat.within(start, len(self._text)):
            begin = max(run.start, start)
            part = self._text[begin : run.end]
            own = (_look(run), run.url or "")
            look = look or own
            if part.strip() and (own != look or not own[0]):
                break
            cut = part.find("\n")
            if cut >= 0 and own[0] != "link":
                return begin + cut if part[:cut].strip() else stop
            stop = run.end if part.strip() else stop
        return stop if look and look[0] else 0

    def _quoted(self, start: int) -> Span | None:
        for found in _QUOTED.finditer(self._text[start:]):
            begin, end = start + found.start(1), start + found.end(1)
            before = self._text[start : start + found.start()].strip(" .,;:")
            if not before:
                return begin, end
            people = people_at(self._flat, start, start + found.start(), self._owner)
            rest = self._text[people.end : start + found.start()] if people.names else before
            if people.names and len(re.sub(r"\W|\d|et|al|and", "", rest)) < 3:
                return begin, end
        return None

    def _behind_authors(self, start: int) -> Span | None:
        people = people_at(self._flat, start, len(self._text), self._owner)
        if len(people.names) < 2 and not (
            people.others or any(map(self._owner.is_meant, people.names))
        ):
            return None
        gap = re.match(
            r"[\s.,:;：。]*(?:\(?(?:19|20)\d\d\w?\)?[\s.,:]+)?", self._text[people.end :]
        )
        begin = people.end + (gap.end() if gap else 0)
        stop = self._styled(begin)
        if stop and len(self._text[begin:stop].split()) > 3:
            return begin, stop
        line = self._text.find("\n\n", begin)
        stretch = self._text[begin : line if line > begin else len(self._text)]
        found = _SENTENCE_END.search(stretch)
        end = begin + found.start() + (found[0] in "?!？！") if found else line
        if not found and line <= begin:
            end = len(self._text)
        if end - begin < 15 and not is_chinese(self._text[begin:end]):
            return None
        return begin, end

    def _first_line(self, start: int) -> Span | None:
        end = self._text.find("\n", start)
        if end < 0:
            return None
        people = people_at(self._flat, end, len(self._text), self._owner)
        is_sure = len(people.names) > 1 or any(map(self._owner.is_meant, people.names))
        return (start, end) if is_sure and len(self._text[start:end].split()) > 2 else None


_QUOTED = re.compile(r"[“”\"«「『《]([^“”\"»」』》]{8,}?)[”“\"»」』》]")
_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[\d)）\]”\"?!$]))"  # behind a word, not behind an initial
    r"(?:[.?!。？！]|,(?=\s*(?:in|In)\s)|\.?\n(?=\S))(?=\s|$|[A-Z\[])"
)


def _is_title(text: str) -> bool:
    words = re.findall(r"[^\W_]+", text)
    return len(words) >= 2 or is_chinese(text) or (len(words) == 1 and len(words[0]) > 9)


def with_quotes(text: str, start: int, end: int) -> Span:
    """Take the quotation marks around a title to it, and a year in parentheses before them."""
    before = re.search(r"[\s.,(]*(?:\(?(?:19|20)\d\d\)?[\s.,]*)?[“”\"«「『《]\s*$", text[:start])
    after = re.match(r"\s*[“”\"»」』》]", text[end:])
    begin = before.start() if before and after else start
    return begin, end + (after.end() if after else 0)


def tidied(text: str) -> str:
    """Return a title without quotation marks around it and stops at its ends."""
    text = re.sub(r"^[\"“”«]|[\"“”»]$", "", " ".join(text.split())).strip()
    return re.sub(r"^[，。,.、]+|(?<!\.\.)[.,;:。]+$", "", text).strip() or text


def is_chinese(text: str) -> bool:
    """Tell text with Chinese or Japanese words, which has no blanks to count."""
    return len(re.findall(r"[\u3040-\u9fff]", text)) >= 4


def _look(run: Run) -> str:
    """Name what sets a run apart."""
    if run.url is not None:
        return "link"
    return "bold" if run.bold else "italic" if run.italic else ""

"""Runs of items as sections: their data files, their settings, papers that stand there twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .. import dates
from ..sections.entries import EntrySettings, to_entry
from . import items, papers
from .addresses import Addresses
from .cards import Card
from .markup import unindented
from .outline import Run
from .people_lists import Owner
from .report import Count
from .result import Result


class Lists:
    """Makes the lists of one site; `several` tells that papers stand in more than one."""

    def __init__(
        self, result: Result, addresses: Addresses, owner: Owner, several: bool = False
    ) -> None:
        self._result, self._addresses, self._owner = result, addresses, owner
        self._seen: dict[str, tuple[str, dict[str, Any]]] = {}  # papers by title
        self._several = several

    def make(self, kind: str, title: str, run: Run, count: Count, is_simple: bool) -> str:
        """Write a section and return its name, "" where there is nothing to show."""
        name = self._result.name_for(kind, title)
        found = self._papers(run, count) if kind == "publications" else self._items(run, count)
        if not found:
            return ""
        settings: dict[str, Any] = {} if name == kind else {"like": kind}
        if is_simple:
            settings["title"] = title
        if kind == "publications":
            settings |= self._paper_options(run, found)
            keys = [one["key"] for one in found if isinstance(one, dict) and "key" in one]
            entries = [one for one in found if isinstance(one, str) or set(one) != {"key"}]
            settings |= {"keys": keys} if self._several else {}
            settings |= {"entries": f"data/{name}.yml"} if entries else {}
            if entries:
                self._result.data[name] = entries
        else:
            if not is_newest_first(found):
                settings["order"] = "written"
            settings["items"] = f"data/{name}.yml"
            self._result.data[name] = found
        self._result.academic[name] = settings
        return name

    def _items(self, run: Run, count: Count) -> list[Any]:
        found: list[Any] = []
        for item in run.items:
            count.found += 1
            read = items.read(item.card, self._addresses)
            if not read:
                self._result.report.note(
                    f"“{count.title}” has an item without words; it was left out"
                )
                count.found -= 1
                continue
            count.structured += 1
            found.append(read)
        return found

    def _papers(self, run: Run, count: Count) -> list[Any]:
        found: list[Any] = []
        for item in run.items:
            count.found += 1
            read = papers.read(item.card, self._owner, self._addresses)
            if read.reason:
                entry: dict[str, Any] = {"text": self._addresses.rewritten(verbatim(item.card))}
                if not entry["text"].strip():
                    self._result.report.note(f"“{count.title}” has an empty item; it was left out")
                    count.found -= 1
                    continue
                self._result.report.keep(count, item.card.markdown, read.reason)
            else:
                entry = read.fields
                for label in [one for one, url in entry.get("links", {}).items() if url is None]:
                    self._result.report.note(
                        f"“{entry['title']}”: the link `{label}` has no address"
                    )
            known = None if read.reason else self._known(entry)
            if known:
                count.merged += 1
                found += [{"key": known}] if self._several else []
                continue
            count.structured += not read.reason
            if "title" in entry or self._several:
                plain = to_entry(EntrySettings.model_validate(_without_nothing(entry)), "").key
                key = self._key(entry)
                entry = {"key": key, **entry} if self._several or key != plain else entry
            self._remember(entry)
            found.append(entry)
        return found

    def _known(self, entry: dict[str, Any]) -> str:
        """Return the key of a paper that stood before, and add what is new about it."""
        before = self._seen.get(_folded(entry["title"]))
        if not before or [*before[1].get("authors", [])][:1] != [*entry.get("authors", [])][:1]:
            return ""
        key, first = before
        for name, value in entry.items():
            if name == "links":
                first.setdefault("links", {})
                for label, url in value.items():
                    first["links"].setdefault(label, url)
            elif name not in first:
                first[name] = value
            elif first[name] != value and name in ("note", "venue", "url", "abbr", "status"):
                if name == "url":
                    first.setdefault("links", {}).setdefault("Link", value)
                elif str(value) not in str(first.values()):
                    first["note"] = " · ".join(filter(None, (first.get("note", ""), str(value))))
        return key or "same"

    def _remember(self, entry: dict[str, Any]) -> None:
        if "title" in entry:
            self._seen.setdefault(_folded(entry["title"]), (entry.get("key", ""), entry))

    def _key(self, entry: dict[str, Any]) -> str:
        """Return the citation key that the entry would get, or one beside it that is free."""
        model = EntrySettings.model_validate(_without_nothing(entry))
        base = to_entry(model, "").key
        numbers = (base, *(f"{base}-{number}" for number in range(2, 10_000)))
        key = next(one for one in numbers if one not in self._result.keys)
        self._result.keys.add(key)
        return key

    def _paper_options(self, run: Run, found: Sequence[Any]) -> dict[str, Any]:
        """Leave grouping by year to lists whose papers all have one; boxes become cards."""
        if any(item.card.is_box and item.card.images for item in run.items):
            return {"layout": "cards", "group_by": "none", "order": "written"}
        dated = all(one.get("year") or one.get("date") or set(one) == {"key"} for one in found)
        return {} if dated else {"group_by": "none", "order": "written"}


def _without_nothing(value: Any) -> Any:
    """Drop links without an address, as the reading of settings does."""
    if isinstance(value, dict):
        return {key: _without_nothing(one) for key, one in value.items() if one is not None}
    return value


def is_newest_first(found: Sequence[Any]) -> bool:
    """Tell whether sorting would leave the list as it is."""
    keys: list[Any] = []
    for one in found:
        date = dates.parse(one.get("date", "")) if isinstance(one, dict) else dates.parse("")
        keys.append(date.sort_key if date.year else (keys[-1] if keys else None))
    known = [key for key in keys if key is not None]
    leading = [key for key in keys[: len(keys) - len(known)] if key is not None]
    return not leading and known == sorted(known, reverse=True)


def _folded(title: str) -> str:
    return re.sub(r"\W", "", title).lower()


def verbatim(card: Card) -> str:
    """Return a card as Markdown, its pictures first."""
    pictures = "".join(f"![{alt}]({src})\n\n" for src, alt in card.images)
    labels = "".join(f"**{badge}** " for badge in card.badges)
    return f"{pictures}{labels}{unindented(card.markdown)}"

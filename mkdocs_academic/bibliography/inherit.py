"""What an entry takes over from the entries it names by `crossref` and `xdata`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

Fields = dict[str, str]
Report = Callable[[str, str], None]  # key of the entry, message

# biblatex 3.20, appendix B: never inherited.
_OWN = frozenset(
    "key crossref xref xdata ids entryset entrysubtype execute label options presort related "
    "relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey sorttitle "
    # They name the parent itself: a paper must not get the address of the whole volume.
    "doi url urldate eprint eprinttype eprintclass archiveprefix primaryclass arxiv hal pmid html "
    "pdf abstract preview teaser selected bibtex_show google_scholar_id inspirehep_id altmetric "
    "dimensions code slides poster video website supp blog award award_name annotation "
    "additional_info timestamp biburl bibsource keywords file note".split()
)
_IN_A_VOLUME = frozenset(
    "inproceedings conference incollection inbook suppbook suppcollection bookinbook "
    "inreference".split()
)
_TITLES = ("title", "subtitle", "titleaddon")


class Inheritance:
    """Completes the entries of one file; a cycle or a missing parent is reported once."""

    def __init__(self, entries: Mapping[str, tuple[str, Fields]], report: Report) -> None:
        self._entries = entries  # key -> type, fields
        self._lower = {key.lower(): key for key in reversed(list(entries))}
        self._report = report
        self._done: set[str] = set()

    def complete(self, keys: Iterable[str]) -> None:
        """Fill in what the entries inherit, in place."""
        for key in keys:
            self._complete(key)

    def _complete(self, key: str) -> None:
        """Complete the ancestors first, the entry last; without recursion, chains may be long."""
        open_keys: dict[str, list[str]] = {}
        pending = [key]
        while pending:
            current = pending[-1]
            if current in self._done:
                pending.pop()
            elif current in open_keys:
                for parent in open_keys[current]:
                    if parent in self._done:
                        self._inherit(current, parent)
                self._done.add(pending.pop())
            else:
                open_keys[current] = list(self._parents(current))
                for parent in open_keys[current]:
                    if parent in open_keys and parent not in self._done:
                        self._report(current, f"inherits from itself by way of '{parent}'; cut")
                    else:
                        pending.append(parent)

    def _parents(self, key: str) -> Iterator[str]:
        fields = self._entries[key][1]
        named = [fields.get("crossref", "").strip(), *fields.get("xdata", "").split(",")]
        for name in filter(None, map(str.strip, named)):
            parent = name if name in self._entries else self._lower.get(name.lower())
            if parent is None:
                self._report(key, f"takes fields from '{name}', which is not in the file; ignored")
            elif parent == key:
                self._report(key, "takes fields from itself; ignored")
            else:
                yield parent

    def _inherit(self, key: str, parent: str) -> None:
        kind, fields = self._entries[key]
        parent_kind, parent_fields = self._entries[parent]
        passed = parent_fields
        if parent_kind != "xdata":
            passed = _passed_on(kind, parent_kind, parent_fields)
            if kind == "inbook" and not fields.get("title"):  # BibTeX: a chapter by its number
                passed = {"title": parent_fields.get("title", ""), **passed}
        for name, value in passed.items():
            if value and name != "xdata" and not fields.get(name):
                fields[name] = value


def _passed_on(kind: str, parent_kind: str, parent: Fields) -> Fields:
    """Rename the parent's titles as BibTeX's and biblatex's rules do."""
    passed = {name: value for name, value in parent.items() if name not in _OWN}
    prefix = ""
    if kind in _IN_A_VOLUME:
        prefix = "main" if parent_kind.startswith("mv") else "book"
    elif parent_kind.startswith("mv"):
        prefix = "main"
    elif parent_kind == "periodical":
        prefix = "journal"
    if prefix:
        for name in _TITLES:
            if name in passed:
                value = passed.pop(name)
                passed.setdefault(prefix + name, value)
    return passed

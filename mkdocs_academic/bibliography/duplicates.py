"""Entries that are the same work: shown once, the published version first, none lost silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..problems import Problem
from ..urls import identifier_url, safe_url
from . import fingerprints, verbatim
from .entry import Entry
from .fingerprints import Fingerprint
from .sameness import BY_TITLE, are_two, keys, same_work, shared, titles_alike

_LOOKED_AT = 8  # candidates under one identifier or title; keeps the time linear
# What a version may add whatever it is; the rest only if it is no preprint and of the same type.
_ADDED = frozenset(
    "abbr abstract acl additional_info altmetric annotation arxiv award award_name blog code data "
    "dataset demo dimensions google_scholar_id hal inspirehep_id keywords openreview pdf "
    "pmcid pmid poster preview project selected slides supp tags teaser video website".split()
)
_ARCHIVED = ("eprint", "archiveprefix", "eprinttype", "primaryclass", "eprintclass")
_NEVER_ADDED = frozenset("year month date crossref xdata ids key options timestamp".split())


@dataclass(frozen=True, slots=True)
class Cluster:
    """Versions of one work."""

    shown: Entry  # with what it lacked from the others
    others: tuple[Entry, ...] = ()
    preprint_url: str = ""  # of a version among the others
    notes: tuple[Problem, ...] = ()  # what was put together
    doubts: tuple[Problem, ...] = ()  # what looks like a mistake and was not


def clusters(entries: Iterable[Entry]) -> tuple[Cluster, ...]:
    """Put together what is the same work, in the order of first appearance."""
    entries = tuple(entries)
    known = [fingerprints.of(entry) for entry in entries]
    shared_by = Counter(key for known_by in known for key in keys(known_by))
    common = {key for key, times in shared_by.items() if times > 1}
    seen = _Seen()
    found: dict[int, Cluster] = {}  # by the place of the first version
    for place, (entry, known_by) in enumerate(zip(entries, known, strict=True)):
        if common.isdisjoint(keys(known_by)):  # as most are
            found[place] = Cluster(entry)
        else:
            seen.add(_Version(place, entry, known_by))
    found |= {group[0].place: _cluster(group) for group in seen.groups()}
    return tuple(found[place] for place in sorted(found))


@dataclass(slots=True, eq=False)
class _Version:
    """An entry and what it is known by."""

    place: int  # in the order of the bibliographies
    entry: Entry
    known_by: Fingerprint
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Group:
    """Versions that were found to be one work."""

    versions: list[_Version]
    joined: _Group | None = None  # the group that took it over


class _Seen:
    """The groups so far, by everything that their versions are known by."""

    def __init__(self) -> None:
        self._all: list[_Group] = []
        self._by: dict[tuple[str, str], list[_Group]] = {}

    def groups(self) -> list[list[_Version]]:
        """Return what belongs together."""
        found = [group.versions for group in self._all if group.joined is None]
        for versions in found:
            versions.sort(key=lambda version: version.place)
        return sorted(found, key=lambda versions: versions[0].place)

    def add(self, version: _Version) -> None:
        """Put a version into the group of the same work; it may bring two groups together."""
        home: _Group | None = None
        known = keys(version.known_by)
        for reason, value in known:
            for group in self._candidates(reason, value):
                if home is None and _all_same(group.versions, version, reason):
                    home = group
                    group.versions.append(version)
                elif home is not None and group is not home:
                    _join(home, group, version, reason)
        if home is None:
            home = _Group([version])
            self._all.append(home)
        for key in known:
            self._by.setdefault(key, []).append(home)

    def _candidates(self, reason: str, value: str) -> list[_Group]:
        """Return the groups known by this, as long as there are few."""
        found = self._by.get((reason, value))
        if not found:
            return []
        return list(dict.fromkeys(_final(group) for group in found[:_LOOKED_AT]))


def _final(group: _Group) -> _Group:
    while group.joined is not None:
        group = group.joined
    return group


def _join(home: _Group, group: _Group, version: _Version, reason: str) -> None:
    """Put two groups together, if the version that is in the one would fit into the other."""
    pairs = ((a, b) for a in home.versions[:_LOOKED_AT] for b in group.versions[:_LOOKED_AT])
    if not _all_same(group.versions, version, reason):
        return
    if not any(are_two(a.known_by, b.known_by) for a, b in pairs):
        home.versions += group.versions
        group.joined = home


def _all_same(group: list[_Version], version: _Version, reason: str) -> bool:
    """Compare with each version of the group, since likeness does not carry over."""
    near = group[:_LOOKED_AT]
    if reason != BY_TITLE:
        odd = next((one for one in near if not titles_alike(one.known_by, version.known_by)), None)
        if odd:
            version.doubts.append(f"has {reason} as {_named(odd.entry)}, but another title")
            return False
        return not any(are_two(one.known_by, version.known_by, reason) for one in near)
    return all(same_work(one.known_by, version.known_by) for one in near)


def _cluster(group: list[_Version]) -> Cluster:
    """Choose what is shown: the published version, else what is no preprint, else the first."""
    first, *rest = sorted(group, key=_rank) if len(group) > 1 else group
    doubts = tuple(
        _problem(version.entry, f"{text}; both are shown")
        for version in group
        for text in dict.fromkeys(version.doubts)
    )
    if not rest:
        return Cluster(first.entry, doubts=doubts)
    others = sorted(rest, key=lambda version: version.place)
    return Cluster(
        _completed(first, others),
        tuple(version.entry for version in others),
        _preprint_url(others),
        tuple(_note(version, first, group) for version in others),
        doubts,
    )


def _note(version: _Version, shown: _Version, group: list[_Version]) -> Problem:
    """Say with what an entry is shown, and what they, or a third one, have in common."""
    others = [shown, *(one for one in group if one is not version)]
    found = (shared(version.known_by, other.known_by) for other in others)
    reason = next(filter(None, found), BY_TITLE)
    return _problem(version.entry, f"shown once with {_named(shown.entry)}, {reason}")


def _rank(version: _Version) -> int:
    known_by = version.known_by
    return 0 if known_by.is_published else 2 if known_by.is_preprint else 1


def _problem(entry: Entry, message: str) -> Problem:
    return Problem(entry.file, entry.line or None, entry.key, message)


def _named(entry: Entry) -> str:
    place = f"{entry.file}:{entry.line}" if entry.file and entry.line else entry.file
    return f"'{entry.key}' ({place})" if place else f"'{entry.key}'"


def _completed(first: _Version, others: list[_Version]) -> Entry:
    """Fill in what the shown version lacks; what it says itself stays."""
    fields = dict(first.entry.fields)
    for other in others:
        is_alike = other.known_by.type == first.known_by.type and not other.known_by.is_preprint
        has_archive = any(fields.get(name, "").strip() for name in ("eprint", "arxiv"))
        for name, value in other.entry.fields.items():
            if fields.get(name, "").strip() or not value.strip() or name in _NEVER_ADDED:
                continue
            archived = name in _ARCHIVED and not has_archive
            published_doi = name == "doi" and not other.known_by.is_preprint
            if name in _ADDED or archived or published_doi or (is_alike and name not in _ARCHIVED):
                fields[name] = value
    changed = fields != first.entry.fields
    return replace(first.entry, fields=fields) if changed else first.entry


def _preprint_url(others: list[_Version]) -> str:
    """Return the address of the first preprint among the versions that are not shown."""
    for version in others:
        if version.known_by.is_preprint:
            own = verbatim.to_text(version.entry.fields.get("url", ""))
            arxiv = identifier_url("arxiv", version.known_by.arxiv) or ""
            doi = identifier_url("doi", version.known_by.doi) or ""
            if url := arxiv or safe_url(own) or doi:
                return url
    return ""

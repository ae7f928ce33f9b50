"""Checks of papers: what a reader would miss, and what looks like a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .. import urls
from ..bibliography import eprints, fingerprints, names, verbatim
from ..bibliography.entry import Entry
from ..bibliography.fields import FIELDS, LINK_FIELDS
from ..bibliography.folding import folded
from ..bibliography.publication import Publication
from ..problems import Problem, did_you_mean
from . import dates
from .subject import Subject

_VENUELESS = frozenset(
    "misc online electronic www software dataset unpublished manual patent artwork".split()
)
# The classes of each list: CCF's with those of its journals in Chinese, CORE, TH-CPL, quartiles.
_RANKS: Mapping[str, str] = {
    "CCF": "A B C T1 T2 T3",
    "CORE": "A* A B C",
    "THCPL": "A B",
    "THU": "A B",
    "JCR": "Q1 Q2 Q3 Q4",
    "SJR": "Q1 Q2 Q3 Q4",
}
_RANK = re.compile(rf"({'|'.join(_RANKS)})(?:\s?\d\d(?:\d\d)?)?[\s:_-]*([A-Z]\d?[*+]?|Q?\d)", re.I)
_QUARTILE = re.compile(r"Q[05-9]", re.IGNORECASE)


def _entries(subject: Subject) -> Iterator[tuple[Publication, Entry]]:
    """Yield papers with their entries; what its author wrote out has none."""
    for paper in subject.site.publications:
        if paper.entry:
            yield paper, paper.entry


def is_lost(problem: Problem) -> bool:
    """Tell whether a bibliography is not there: none of its papers is shown."""
    return ".bibliography" in problem.path and problem.message.startswith("there is no file ")


def without_year(subject: Subject) -> Iterator[Problem]:
    """Tell of papers without a year that are not still to appear."""
    for paper, entry in _entries(subject):
        if not paper.year and not paper.status and not dates.written(entry):
            yield subject.about(entry, "has no year")


def without_venue(subject: Subject) -> Iterator[Problem]:
    """Tell of papers that say nowhere where they appeared."""
    for paper, entry in _entries(subject):
        if not paper.venue_name and not paper.status and paper.type not in _VENUELESS:
            yield subject.about(entry, "does not say where it appeared: journal, booktitle, venue")


def without_link(subject: Subject) -> Iterator[Problem]:
    """Tell of papers from which no link leads on."""
    for paper, entry in _entries(subject):
        if not paper.url and not paper.links:
            yield subject.about(entry, "leads nowhere: add doi, arxiv, url or pdf")


def identifiers(subject: Subject) -> Iterator[Problem]:
    """Tell of identifiers that are none."""
    for _, entry in _entries(subject):
        for name in [one for one in entry.fields if one in _IDENTIFIERS]:
            written = verbatim.to_text(entry.fields[name]).strip()
            if written and urls.identifier_url(name, written) is None:
                yield subject.about(entry, f"{written!r} is no {FIELDS[name]}")
        for name, address in eprints.addresses(entry.filled):
            if name == "doi":
                yield subject.about(entry, f"{address!r} is no DOI: an address is for url")


# Of the others `true`, any name or several of them may stand there.
_LOOSE = {"altmetric", "dimensions", "huggingface", "isbn"}
_IDENTIFIERS = {name for name in LINK_FIELDS if urls.is_identifier(name)} - _LOOSE


def half_selected(subject: Subject) -> Iterator[Problem]:
    """Tell of papers that are marked as selected, or not, with a word that is neither."""
    for _, entry in _entries(subject):
        written = entry.fields.get("selected", "").strip()
        if written and written.lower() not in _SWITCH:
            said = f"selected is {written!r}, which counts as no"
            yield subject.about(entry, f"{said}{did_you_mean(written, ('true', 'false', 'yes'))}")


_SWITCH = frozenset("true yes on 1 false no off 0".split())


def same_doi(subject: Subject) -> Iterator[Problem]:
    """Tell of papers that are shown apart and have one DOI."""
    told = {one.path for one in subject.site.warnings if "the same DOI" in one.message}
    seen: dict[str, Entry] = {}
    for _, entry in _entries(subject):
        doi = fingerprints.of(entry).doi
        if not doi:
            continue
        first = seen.setdefault(doi, entry)
        if first is not entry and not {first.key, entry.key} & told:
            place = f" ({first.file}:{first.line})" if first.line else ""
            yield subject.about(entry, f"has the DOI of {first.key!r}{place}: {doi}")


def ranks(subject: Subject) -> Iterator[Problem]:
    """Tell of labels that look like a rank, of a list that has no such rank."""
    for paper, entry in _entries(subject):
        for tag in paper.tags:
            rank = _RANK.fullmatch(tag.text)
            known = _RANKS[rank[1].upper()].split() if rank else []
            if rank and rank[2].upper().removeprefix("Q") not in [
                k.removeprefix("Q") for k in known
            ]:
                said = (
                    f"{tag.text!r} looks like a rank, but {rank[1].upper()} has {', '.join(known)}"
                )
                yield subject.about(entry, said)
            elif _QUARTILE.fullmatch(tag.text):
                yield subject.about(entry, f"{tag.text!r}: quartiles are Q1, Q2, Q3, Q4")


def owner_unknown(subject: Subject) -> Iterator[Problem]:
    """Tell that the owner of the site has written none of its papers."""
    papers = list(_entries(subject))
    profile, people = subject.site.profile, subject.site.registry.people
    if profile is None or (profile.type == "organization" and not people):  # who writes for it?
        return
    if papers and not any(_has_owner(paper) for paper, _ in papers):
        hint = next(filter(None, (_namesake(subject, paper) for paper, _ in papers)), "")
        said = f"{profile.name!r} is an author of none of {len(papers)} papers"
        tail = hint or "; other spellings of the name go to profile.aliases"
        yield subject.given.problem(("profile", "name"), said + tail)


def strangers(subject: Subject) -> Iterator[Problem]:
    """Tell of single papers that neither the owner nor anybody known has written."""
    profile, people = subject.site.profile, subject.site.registry.people
    if not profile or (profile.type == "organization" and not people):
        return
    papers = [(paper, entry) for paper, entry in _entries(subject) if paper.authors]
    if any(_has_owner(paper) for paper, _ in papers):
        for paper, entry in papers:
            if _has_owner(paper):
                continue
            if profile.type == "organization":
                yield subject.about(entry, "nobody of `people` is among the authors")
            else:
                said = f"{profile.name!r} is not among the authors"
                yield subject.about(entry, said + _namesake(subject, paper))


def _has_owner(paper: Publication) -> bool:
    return any(one.is_owner or one.is_person for one in paper.everyone)


def _namesake(subject: Subject, paper: Publication) -> str:
    """Ask about an author of the owner's family name."""
    own = folded(names.parse(subject.site.profile.name if subject.site.profile else "").family)
    for author in paper.everyone:
        if folded(author.name.family) & own:
            return f": is it {author.name.full!r}? Then add that to profile.aliases"
    return ""

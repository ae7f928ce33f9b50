"""Papers as bibliographies have them; the same count and seed give the same ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import vocabulary as words
from .vocabulary import NOTHING, Said

Fields = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Author:
    """One author; a team has no given name."""

    family: Said
    given: Said = NOTHING

    @property
    def name(self) -> str:
        """Return the name as readers see it."""
        return f"{self.given.text} {self.family.text}".strip()

    def written(self, is_turned: bool) -> str:
        """Return the name as BibTeX has it; a family name of several words comes first."""
        if not self.given.latex:
            return self.family.latex
        if is_turned or " " in self.family.latex:
            return f"{self.family.latex}, {self.given.latex}"
        return f"{self.given.latex} {self.family.latex}"


OWNER = Author(family=Said(r"Vesterg{\aa}rd", "Vestergård"), given=Said("Nora", "Nora"))
_FIRST = "Ada Bo Cai Dag Eva Finn Gro Hal Ida Jon Kai Liv Mia Nils Odd Pia Rolf Siv Tor Una".split()
_LAST = "Ager Birk Dahl Eng Falk Grav Holm Ihle Juul Krag".split()


@dataclass(frozen=True, kw_only=True)
class Volume:
    """The proceedings that papers refer to by crossref."""

    key: str
    abbr: str
    name: Said
    year: int
    publisher: Said


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One entry, and what is true of it."""

    key: str
    type: str
    authors: tuple[Author, ...]
    and_others: bool
    title: Said
    venue: Said
    year: int
    month: int  # 1 to 12, 0 for none
    abbr: str = ""
    macro: str = ""  # the @string that names the journal
    volume: Volume | None = None
    abstract: Said = NOTHING
    doi: str = ""
    selected: bool = False
    extra: Fields = field(default_factory=list)  # volume, pages, links; as written in the file

    def link(self, name: str) -> str:
        """Return the address of a link, "" if there is none."""
        return dict(self.extra).get(name, "")


def members(count: int) -> tuple[Author, ...]:
    """Return the people of a lab, 200 at most; none can be taken for another by initials."""
    names = [(given, family) for family in _LAST for given in _FIRST]
    return tuple(
        Author(family=Said(family, family), given=Said(given, given))
        for given, family in names[:count]
    )


def papers(count: int, seed: int = 1, people: Sequence[Author] = (OWNER,)) -> tuple[Paper, ...]:
    """Return papers; each has one of the people among its authors, in turn.

    About every third paper of a conference takes venue and year from its proceedings.
    """
    draw = random.Random(f"{seed}/{count}")
    volumes = _volumes(draw, max(1, count // 250))
    titles: set[str] = set()  # a work stands in a bibliography once
    return tuple(
        _paper(draw, number, volumes, titles, people[number % len(people)])
        for number in range(count)
    )


def _volumes(draw: random.Random, count: int) -> list[Volume]:
    found = []
    for number in range(count):
        abbr = list(words.CONFERENCES)[number % len(words.CONFERENCES)]
        year = 1996 + number * 7 % 30
        found.append(
            Volume(
                key=f"proc:{abbr.lower()}{year}-{number}",
                abbr=abbr,
                name=words.CONFERENCES[abbr],
                year=year,
                publisher=draw.choice(words.PUBLISHERS),
            )
        )
    return found


_TYPES = {  # out of a hundred entries
    "inproceedings": 50, "article": 35, "book": 3, "incollection": 4, "phdthesis": 2,
    "techreport": 3, "misc": 3,
}  # fmt: skip


def _paper(
    draw: random.Random, number: int, volumes: list[Volume], titles: set[str], person: Author
) -> Paper:
    kind = draw.choices(list(_TYPES), list(_TYPES.values()))[0]
    authors = _authors(draw, kind, person)
    year, volume, abbr, macro = draw.randint(1998, 2026), None, "", ""
    venue, extra = _venue(draw, kind, number)
    if kind == "article":
        macro = draw.choice(list(words.JOURNALS))
        abbr, venue = words.JOURNALS[macro]
    elif kind in ("inproceedings", "incollection"):
        abbr = draw.choice(list(words.CONFERENCES))
        venue = words.CONFERENCES[abbr]
        if draw.random() < 0.3:
            volume = draw.choice(volumes)
            abbr, venue, year = volume.abbr, volume.name, volume.year
    return Paper(
        key=_key(draw, authors[0], year, number),
        type=kind,
        authors=authors,
        and_others=len(authors) > 5 and draw.random() < 0.15,
        title=_title(draw, titles),
        venue=venue,
        year=year,
        month=draw.randint(1, 12) if draw.random() < 0.8 else 0,
        abbr=abbr,
        macro=macro,
        volume=volume,
        abstract=_abstract(draw) if draw.random() < 0.6 else NOTHING,
        doi=f"10.5555/{draw.randrange(10**6):06}.{number}",
        selected=draw.random() < 0.05,
        extra=extra + _links(draw, number),
    )


def _authors(draw: random.Random, kind: str, person: Author) -> tuple[Author, ...]:
    """Draw about four authors, rarely twenty; one of them is the person."""
    most = 1 if kind == "phdthesis" else min(20, max(1, int(draw.lognormvariate(1.35, 0.55))))
    drawn = [
        Author(family=draw.choice(words.FAMILIES), given=draw.choice(words.GIVENS))
        for _ in range(most)
    ]
    if kind == "article" and draw.random() < 0.01:
        drawn.insert(0, Author(family=draw.choice(words.TEAMS)))
    drawn[draw.randrange(len(drawn))] = person
    return tuple(drawn)


def _key(draw: random.Random, first: Author, year: int, number: int) -> str:
    letters = "".join(filter(lambda one: one.isascii() and one.isalpha(), first.family.text))
    word = draw.choice(words.MATTERS).text.split()[0].lower()
    return f"{letters.lower() or 'anon'}{year}{word}{draw.choice(['', ':', '-', '_'])}{number}"


def _title(draw: random.Random, taken: set[str]) -> Said:
    """Draw a title that nobody has: math in some, protected capitals in others."""
    while True:
        parts = [draw.choice(words.MANNERS), draw.choice(words.MATTERS)]
        if draw.random() < 0.6:
            parts += [Said("with", "with"), draw.choice(words.SNIPPETS)]
        parts += [Said("for", "for"), draw.choice(words.FIELDS)]
        if draw.random() < 0.25:
            parts[-1] = _joined([parts[-1], Said(":", ":")], "")
            parts += [draw.choice(words.MANNERS), draw.choice(words.MATTERS)]
        title = _joined(parts)
        if title.text not in taken:
            taken.add(title.text)
            return title


def _joined(parts: Sequence[Said], between: str = " ") -> Said:
    return Said(between.join(one.latex for one in parts), between.join(one.text for one in parts))


def _venue(draw: random.Random, kind: str, number: int) -> tuple[Said, Fields]:
    """Return where other than in journals and proceedings it appeared, and what places it."""
    pages = draw.randint(1, 9000)
    span = [("pages", f"{pages}--{pages + draw.randint(5, 20)}")]
    if kind == "article":
        issue = [("volume", str(draw.randint(1, 80))), ("number", str(draw.randint(1, 12)))]
        return NOTHING, [*issue, *span, ("issn", "2434-561X")]
    if kind == "phdthesis":
        school = draw.choice(words.SCHOOLS)
        return school, [("school", school.latex)]
    if kind == "techreport":
        institute = draw.choice(words.INSTITUTES)
        return institute, [("institution", institute.latex), ("number", f"TR-{number}")]
    if kind == "book":
        publisher = draw.choice(words.PUBLISHERS)
        return publisher, [("publisher", publisher.latex)]
    if kind == "misc":
        address = f"https://example.org/preprints/{number}"
        return Said("", address), [("howpublished", rf"\url{{{address}}}")]
    return NOTHING, [*span, ("address", draw.choice(words.PLACES).latex)]


def _links(draw: random.Random, number: int) -> Fields:
    """Return the fields that al-folio's users add: links, a picture, an id at Google Scholar."""
    offered = (
        (0.8, "pdf", f"https://example.org/pdf/{number}.pdf"),
        (0.5, "code", f"https://example.org/code/{number}"),
        (0.5, "html", f"https://example.org/papers?id={number}&view=html"),
        (0.3, "preview", f"images/preview-{number % 8}.png"),
        (0.3, "google_scholar_id", f"u5HHmVD_{number:04x}"),
        (0.3, "keywords", draw.choice(words.MATTERS).text + ", " + draw.choice(words.FIELDS).text),
    )
    return [(name, value) for share, name, value in offered if draw.random() < share]


def _abstract(draw: random.Random) -> Said:
    """Draw some hundred words, few abstracts much longer than most."""
    count = min(350, max(40, int(draw.lognormvariate(4.7, 0.35))))
    drawn = [draw.choice(words.PROSE) for _ in range(count)]
    text = " ".join(drawn).capitalize()
    return _joined([Said(text, text), draw.choice(words.CLOSINGS)], "")

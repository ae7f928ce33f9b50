"""A list at a glance: what is counted, who is one person, what the heading says."""

from __future__ import annotations

from mkdocs_academic.bibliography import overview
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import Known, KnownPeople
from mkdocs_academic.bibliography.publication import Publication

ADA = Identity("Ada Example")
PEOPLE = KnownPeople([Known("Bo Zhang", Identity("Bo Zhang", ["张铂"]), "bo")])
TONES = {"cs.LG": 1, "cs.CV": 2}


def entry(key: str, author: str, category: str) -> Entry:
    fields = {"author": author, "primaryclass": category}
    return Entry(type="misc", key=key, fields=fields, source="", file="a.bib", line=1)


def papers(*written: tuple[str, str], owner: Identity = ADA) -> list[Publication]:
    entries = (entry(f"k{at}", *one) for at, one in enumerate(written))
    return from_entries(list(map(Given, entries)), owner, PEOPLE)


def told(*written: str) -> list[tuple[str, int]]:
    found = overview.overview(papers(*((one, "") for one in written)), ("coauthors",), {})
    assert found
    return [(one.author.name.full, one.number) for one in found.coauthors]


def test_categories_come_with_bars_as_long_as_their_share() -> None:
    some = papers(("Ada Example", "cs.CV"), ("Ada Example", "cs.LG"), ("Ada Example", "eess.IV"))
    some += papers(("Ada Example", "cs.LG"), ("Ada Example", "cs.LG"), ("Ada Example", ""))
    found = overview.overview(some, overview.PARTS, TONES)
    assert found
    shares = [(one.category.short, one.tone, one.number, one.percent) for one in found.categories]
    assert shares == [("LG", 1, 3, "100"), ("CV", 2, 1, "33.33"), ("IV", 0, 1, "33.33")]
    assert found.has_downloads


def test_equals_stand_by_family_name_and_the_owner_is_no_coauthor() -> None:
    listed = ("Zoe Alpha and Ada Example", "Ada Example and Bea Omega and Carl Beta", "Bea Omega")
    assert told(*listed) == [("Bea Omega", 2), ("Zoe Alpha", 1), ("Carl Beta", 1)]


def test_one_of_people_is_one_person_and_nobody_else_is_guessed() -> None:
    assert told("Bo Zhang", "张铂", "B. Zhang") == [("Bo Zhang", 3)]
    assert told("Cy Young", "C. Young") == [("C. Young", 1), ("Cy Young", 1)]
    assert told("Cy Young", "CY YOUNG") == [("Cy Young", 2)]
    assert told("Bo Zhang and Bo Zhang") == [("Bo Zhang", 1)], "papers are counted"


def test_it_is_short() -> None:
    assert len(told(" and ".join(f"Nia Name{letter}" for letter in "abcdefgh"))) == 5


def test_the_heading_says_what_is_known() -> None:
    def heading(*written: str) -> str:
        found = overview.overview(papers(*((one, "") for one in written)), ("coauthors",), {})
        return found.heading if found else ""

    assert heading("Ada Example and Bo Zhang") == "overview.coauthors"
    assert heading("Ada Example and others", "Bo Zhang") == "overview.first_coauthors"
    assert heading("Bo Zhang and others") == "overview.authors", "nobody here is the owner"


def test_what_was_not_asked_for_is_not_told() -> None:
    some = papers(("Ada Example and Bo Zhang", "cs.LG"))
    assert overview.overview(some, (), TONES) is None
    assert overview.overview([], overview.PARTS, TONES) is None
    found = overview.overview(some, ("downloads",), TONES)
    assert found
    assert (found.categories, found.coauthors, found.has_downloads) == ((), (), True)

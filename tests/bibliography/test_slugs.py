"""Addresses of papers: from the key, ASCII, each once, the same in every order of the list."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic import dates
from mkdocs_academic.bibliography import publication, slugs
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.bibliography.slugs import LONGEST, RESERVED, made_of

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def paper(key: str, **fields: str) -> Publication:
    entry = Entry(key=key, type="misc", fields=fields, source="", file="x.bib", line=7)
    return from_entries([Given(entry)], Identity(""), KnownPeople())[0]


def of(*keys: str) -> dict[str, str]:
    return dict(slugs.assign(map(paper, keys)).by_key)


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("berg2021water", "berg2021water"),
        ("Berg2021", "berg2021"),
        ("DBLP:conf/hpdc/BergD21", "dblp-conf-hpdc-bergd21"),
        ("a_b.c+d", "a-b-c-d"),
        ("--a--", "a"),
        ("Müller24", "muller24"),
        ("Straße", "strasse"),
        ("Łukasz_Øst", "lukasz-ost"),
        ("Ångström", "angstrom"),
        ("Nguyễn2020", "nguyen2020"),
        ("ﬁeld①", "field1"),
        ("Иванов2020", "ivanov2020"),
        ("Щука-Объём", "shchuka-obem"),
        ("Παπάς2020", "papas2020"),
        ("さくら", "sakura"),
        ("김민수", "gimminsu"),
        ("王2024", "u738b2024"),
        ("٣٤", "34"),
        ("ガ", "ga"),
        ("a—b", "a-b"),
    ],
)
def test_made_of_the_key(key: str, slug: str) -> None:
    assert made_of(key) == slug
    assert made_of(slug) == slug


@pytest.mark.parametrize("key", ["", "+++", "🎉", "***"])
def test_a_key_without_letters(key: str) -> None:
    assert re.fullmatch(r"paper-[0-9a-f]{8}", made_of(key))


def test_long_keys() -> None:
    one, two = "a" * 300 + "1", "a" * 300 + "2"
    assert len(made_of(one)) == LONGEST
    assert made_of(one) != made_of(two)


def test_a_key_that_is_its_own_slug_keeps_it() -> None:
    found = of("Berg2021", "berg2021", "BERG2021", "doe")
    assert found["berg2021"] == "berg2021"
    assert found["doe"] == "doe"
    assert re.fullmatch("berg2021-[0-9a-f]{4}", found["Berg2021"])
    assert len(set(found.values())) == 4


def test_where_none_is_its_own_slug_nobody_takes_it() -> None:
    """Else the address of one paper would one day show another."""
    found = of("a:b", "a_b")
    assert all(re.fullmatch("a-b-[0-9a-f]{4}", slug) for slug in found.values())


def test_crowding_is_told() -> None:
    (told,) = slugs.assign(map(paper, ["Berg", "berg"])).problems
    assert told[0].key == "Berg"
    assert re.fullmatch(
        "its page is 'berg-[0-9a-f]{4}', since 'berg' is not its alone: "
        "a field `slug` gives it an address of your own",
        told[1],
    )


@pytest.mark.parametrize("key", ["index", "Con", "404", "LPT1"])
def test_names_that_are_not_for_pages(key: str) -> None:
    assert of(key)[key] != key.lower()
    assert of(key)[key].startswith(f"{key.lower()}-")


def test_other_pages_may_be_kept_free() -> None:
    found = slugs.assign([paper("feed"), paper("a")], reserved=RESERVED | {"feed"})
    assert found.by_key["feed"].startswith("feed-")


def test_own_slugs() -> None:
    found = slugs.assign([paper("a", slug="water"), paper("Water"), paper("b")])
    assert found.by_key["a"] == "water"
    assert found.by_key["Water"].startswith("water-")
    assert found.by_key["b"] == "b"


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("Wa/ter", "'Wa/ter' is no slug: write a-z, 0-9 and single hyphens, such as 'wa-ter'"),
        (r"wa\_ter", "'wa_ter' is no slug: write a-z, 0-9 and single hyphens, such as 'wa-ter'"),
        ("..", "'..' is no slug: write a-z, 0-9 and single hyphens, such as "),
        ("a" * 81, "' is no slug: "),
        ("index", "the slug 'index' is kept for another page: write another one"),
    ],
)
def test_bad_slugs(slug: str, message: str) -> None:
    found = slugs.assign([paper("key", slug=slug)])
    assert found.by_key == {"key": "key"}
    ((entry, told),) = found.problems
    assert (entry.file, entry.line) == ("x.bib", 7)
    assert message in told


def test_a_slug_that_two_ask_for() -> None:
    found = slugs.assign([paper("a", slug="x"), paper("b", slug="x")])
    assert found.by_key == {"a": "a", "b": "b"}
    assert [told for _, told in found.problems] == [
        "the slug 'x' is also that of b: write another one",
        "the slug 'x' is also that of a: write another one",
    ]


def test_former_addresses() -> None:
    found = slugs.assign(
        [paper("new", former="Old:Key, older; new"), paper("b", slug="c", former="b")],
        also={"preprint": "new", "gone": "nobody", "new2": "new"},
    )
    assert found.former == {
        "old-key": "new",
        "older": "new",
        "b": "c",
        "preprint": "new",
        "new2": "new",
    }
    assert not found.problems


def test_a_page_that_is_there_is_not_turned_away_from() -> None:
    found = slugs.assign(
        [paper("a", former="b, x"), paper("b"), paper("c", former="x")], also={"B": "a"}
    )
    assert found.former == {"x": "a"}
    assert [(entry.key, told) for entry, told in found.problems] == [
        ("a", "the former address 'b' is that of another paper: it stays there"),
        ("c", "the former address 'x' is that of another paper: it stays there"),
    ]


def test_an_item_in_its_authors_words_has_no_page() -> None:
    found = slugs.assign([publication.from_text("A *talk*", "item-1", dates.parse("2020"))])
    assert found.by_key == {}


KEYS = st.lists(
    st.text(alphabet="abAB:_-é王 ", max_size=4) | st.sampled_from(["index", "con", "a-b", "A-b"]),
    unique=True,
    max_size=12,
)


@given(KEYS, st.randoms())
def test_each_once_in_any_order(keys: list[str], random: Iterable[int]) -> None:
    first = slugs.assign(map(paper, keys))
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert slugs.assign(map(paper, keys)) == first
    found = list(first.by_key.values())
    assert len(set(found)) == len(found) == len(keys)
    for slug in found:
        assert SLUG.fullmatch(slug)
        assert len(slug) <= LONGEST
        assert slug not in RESERVED


@given(KEYS)
def test_a_paper_more_moves_nobody_but_its_likes(keys: list[str]) -> None:
    before, after = of(*keys), of(*keys, "zz-another")
    assert {key: after[key] for key in before} == before

"""All mistakes at once, each with its place, what is wrong and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic import schema, synonyms
from mkdocs_academic.problems import did_you_mean
from mkdocs_academic.sections import TYPES
from mkdocs_academic.site import load_site


def mistakes(folder: Path, settings: str, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    lines = "".join(f"    {line}\n" for line in settings.strip("\n").splitlines())
    (folder / "mkdocs.yml").write_text(f"extra:\n  academic:\n{lines}", "utf-8")
    return list(map(str, load_site(folder / "mkdocs.yml").mistakes))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            "profil: {name: A}",
            ["mkdocs.yml:3: extra.academic.profil: unknown option (did you mean 'profile'?)"],
        ),
        (
            "profile: {nam: A}",
            [
                "mkdocs.yml:3: extra.academic.profile.nam: unknown option (did you mean 'name'?)",
                "mkdocs.yml:3: extra.academic.profile.name: required option is missing",
            ],
        ),
        (
            "news:\n- date: 2021.10\n  txt: hello\n",
            [
                "mkdocs.yml:5: extra.academic.news.items.0.txt: "
                "unknown option (did you mean 'text'?)"
            ],
        ),
        (
            "news: {limit: many}",
            ["mkdocs.yml:3: extra.academic.news.limit: should be a whole number, got 'many'"],
        ),
        (
            "news: {order: newst}",
            [
                "mkdocs.yml:3: extra.academic.news.order: "
                "should be 'newest', 'oldest' or 'written', got 'newst'"
            ],
        ),
        (
            "news: 5",
            [
                "mkdocs.yml:3: extra.academic.news: "
                "should be a list or a mapping (name: value), got '5'"
            ],
        ),
        (
            "talks:\n- text: x\n  links: {video: 'javascript:alert(1)'}",
            [
                "mkdocs.yml:5: extra.academic.talks.items.0.links.video: is not a link: "
                "write http(s)://…, mailto:… or a path of this site, got 'javascript:alert(1)'"
            ],
        ),
        (
            "sections: [news, talk]",
            [
                "mkdocs.yml:3: extra.academic.sections.1: "
                "there is no section 'talk' (did you mean 'talks'?); "
                "one of your own says what it is `like`"
            ],
        ),
        (
            "sections: [news, rdng]",
            [
                "mkdocs.yml:3: extra.academic.sections.1: "
                "there is no section 'rdng'; one of your own says what it is `like`"
            ],
        ),
        (
            "reading: {like: new, items: [a]}",
            [
                "mkdocs.yml:3: extra.academic.reading.like: "
                "is not a section type (did you mean 'news'?)"
            ],
        ),
        (
            "publications:\n  entries:\n  - year: 2024",
            [
                "mkdocs.yml:5: extra.academic.publications.entries.0: "
                "an entry needs a title, or a text that is shown as it stands"
            ],
        ),
        (
            "publications:\n- title: T\n  acceptence: 17%",
            ["mkdocs.yml:5: extra.academic.publications.entries.0.acceptence: unknown option"],
        ),
        (
            "profile:\n  name: A\n  links:\n    orcid: 0000-0002-1825-0098",
            [],  # filled in below: the checksum is wrong
        ),
    ],
)
def test_mistake(tmp_path: Path, settings: str, expected: list[str]) -> None:
    found = mistakes(tmp_path, settings)
    if not expected:
        assert len(found) == 1
        assert found[0].startswith("mkdocs.yml:6: extra.academic.profile.links.orcid: ")
    else:
        assert found == expected


def test_all_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        """
profile: {nme: A}
news: [{txt: x}]
honors: {titel: H}
reading: {like: nothing}
sections: [nws]
""",
    )
    assert [line.split(": ")[0] for line in found] == [
        "mkdocs.yml:3",
        "mkdocs.yml:3",
        "mkdocs.yml:4",
        "mkdocs.yml:5",
        "mkdocs.yml:6",
        "mkdocs.yml:7",
    ]


def test_in_a_data_file(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "news: news.yml", news__yml="- text: ok\n- txet: x\n")
    assert found == [
        "news.yml:2: extra.academic.news.items.1.txet: unknown option (did you mean 'text'?)"
    ]


def test_in_an_inherited_file(tmp_path: Path) -> None:
    (tmp_path / "lab.yml").write_text("extra:\n  academic:\n    news: [{txet: x}]\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: lab.yml\nextra: {academic: {profile: {name: A}}}\n", "utf-8"
    )
    assert list(map(str, load_site(tmp_path / "mkdocs.yml").mistakes)) == [
        "lab.yml:3: extra.academic.news.items.0.txet: unknown option (did you mean 'text'?)"
    ]


def test_mending_the_file_mends_the_site(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "news: news.yml", news__yml="- txet: x\n")
    (tmp_path / "news.yml").write_text("- text: a longer text\n", "utf-8")
    site = load_site(tmp_path / "mkdocs.yml")
    assert not site.mistakes
    assert site.sections["news"].items[0].text == "a longer text"


def test_empty_settings_are_a_site_without_sections(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "news:") == []
    assert load_site(tmp_path / "mkdocs.yml").sections == {}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            "internship: [a]",
            "mkdocs.yml:3: extra.academic.internship: unknown option (did you mean 'internships'?)",
        ),
        (
            "profile: {name: A, interests: AI}",
            "mkdocs.yml:3: extra.academic.profile.interests: unknown option: known are ",
        ),
        ("profile: {name: A, email: ada at x.org}", "mkdocs.yml:3: extra.academic.profile.email: "),
        ("own: {like: [news], items: [a]}", "mkdocs.yml:3: extra.academic.own.like: is not a sec"),
        ("cite: {like: news, items: [a]}", "mkdocs.yml:3: extra.academic.cite: is no name for a s"),
        ("project: {like: news, items: [a]}", "mkdocs.yml:3: extra.academic.project: is no name f"),
        ("news: &n [*n]", "mkdocs.yml:2: extra.academic: refers to itself"),
        (
            "news:\n  -\n  - text: fine\n  - txet: x",
            "mkdocs.yml:6: extra.academic.news.items.1.txet",
        ),
        ("- news", "mkdocs.yml:2: extra.academic: should be a mapping"),
        (
            "talks: [{url: www.example.org/x}]",
            "mkdocs.yml:3: extra.academic.talks.items.0.url: has no scheme: write https://www.",
        ),
        (
            "news:\n- Paper accepted: yes",
            "mkdocs.yml:4: extra.academic.news.items.0.Paper accepted: unknown option: put quotes",
        ),
        (
            "citations: {total: 5, url: 'javascript:x'}",
            "mkdocs.yml:3: extra.academic.citations.url: ",
        ),
    ],
)
def test_mistake_begins(tmp_path: Path, settings: str, expected: str) -> None:
    found = mistakes(tmp_path, settings)
    assert len(found) == 1
    assert found[0].startswith(expected), found


def test_an_unreadable_file_hides_no_other_mistake(tmp_path: Path) -> None:
    settings = "news: n.yml\nprofil: x\ntalks: t.yml"
    found = mistakes(tmp_path, settings, n__yml="- a\n\t- b\n", t__yml="- titel: x\n")
    assert [line.split(": ")[0] for line in found] == ["mkdocs.yml:4", "n.yml:2", "t.yml:1"]


def test_sections_may_be_one_word(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "sections: news\nnews: [a]") == []


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("roel", ["role", "people"], "role"),
        ("titel", ["title"], "title"),
        ("rdng", ["reading"], "reading"),
        ("ml", ["ML", "Optics"], "ML"),
        ("vestergrd2026", ["vestergard2026"], "vestergard2026"),
        ("lovelace2024", ["lovelace2025"], "lovelace2025"),
        ("Ada Lovelase", ["Ada Lovelace", "Bo"], "Ada Lovelace"),
        ("role", ["people", "news"], ""),
        ("zhang2024foo", ["thangamuthu2024from"], ""),
        ("company", ["community"], ""),
        ("entries", ["metrics"], ""),
    ],
)
def test_a_hint_is_near_or_none(word: str, known: list[str], meant: str) -> None:
    assert did_you_mean(word, known) == (f" (did you mean '{meant}'?)" if meant else "")


@pytest.mark.parametrize(
    ("settings", "meant"),
    [
        ("profile: {name: A, institution: U}", "affiliation"),
        ("profile: {name: A, title: PhD student}", "role"),
        ("people: [{name: A, homepage: 'https://a.example.org'}]", "url"),
        ("education: [{degree: PhD, startDate: 2020}]", "date"),
        ("experience: [{company: C}]", "organization"),
        ("experience: [{title: Engineer}]", "position"),
        ("projects: [{title: P}]", "name"),
        ("honors: [{name: Prize}]", "title"),
        ("talks: [{title: T, venue: V}]", "event"),
        ("news: [{content: Hello}]", "text"),
        ("publications: {file: papers.bib}", "bibliography"),
        ("publications: {sort_by: year}", "order"),
        ("awards: [{title: Prize}]", "honors"),
        ("sections: [bio, awards]", "honors"),
    ],
)
def test_words_of_others_are_understood(tmp_path: Path, settings: str, meant: str) -> None:
    assert any(f"(did you mean '{meant}'?)" in line for line in mistakes(tmp_path, settings))


@pytest.mark.parametrize(
    "settings",
    ["publications: {github: ada}", "talks: {role: x}", "role: x", "news: {links: {a: b}}"],
)
def test_what_belongs_elsewhere_gets_no_hint_that_leads_astray(
    tmp_path: Path, settings: str
) -> None:
    (line,) = mistakes(tmp_path, settings)
    assert "did you mean" not in line
    assert "below" not in line


def test_services_stand_below_links(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "profile: {name: A, github: ada}") == [
        "mkdocs.yml:3: extra.academic.profile.github: unknown option (it belongs below 'links')"
    ]


def test_every_word_leads_to_an_option() -> None:
    """The tables name our options only, and no word twice for one."""
    items = {name for kind in TYPES for name in schema.options_at((kind, "items", 0))}
    lists = set(schema.options_at(("publications",)))
    persons = {*schema.options_at(("profile",)), *schema.options_at(("people", 0))}
    for table, known in (
        (synonyms._SECTIONS, set(schema.options_at(()))),
        (synonyms._PERSON, persons),
        (synonyms._ITEM, items | lists),
    ):
        assert table.keys() <= known
        for words in table.values():
            assert len(set(words.split())) == len(words.split())

"""People: who belongs to a lab, since when; whose a name is, where it leads, the page of each."""

from __future__ import annotations

import datetime
import logging
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml
from click.testing import CliRunner

from mkdocs_academic.bibliography import names
from mkdocs_academic.cli import main
from mkdocs_academic.sections import openings
from mkdocs_academic.sections.base import Surroundings
from mkdocs_academic.sections.people import Person
from mkdocs_academic.site import Site, load_site
from mkdocs_academic.words import words

from .engines import built
from .pages import rendered, warnings_of

TODAY = datetime.date(2026, 9, 21)


def site(folder: Path, settings: dict[str, Any], **config: Any) -> Site:
    """Load a site with these settings below `extra.academic`."""
    whole = {"site_name": "Test", **config, "extra": {"academic": settings}}
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8"
    )
    return load_site(folder / "mkdocs.yml")


def told(found: Site) -> list[str]:
    return [one.message for one in (*found.mistakes, *found.warnings)]


@pytest.mark.parametrize(
    ("end", "has_left"),
    [
        ("", False),
        ("2025", True),
        ("2026", False),  # the year is not over
        ("2026-08", True),
        ("2026-09", False),
        ("2026-09-20", True),
        ("2026-09-21", False),
        ("2030-01", False),
        ("now", False),
        ("present", False),
        ("left for good", True),
        ("Left", True),
        ("yes", True),
        ("graduated", True),
        ("已毕业", True),
        ("not left", False),
        ("left, not replaced", True),
        ("moved to Paris, no address", True),
        ("noch nicht beendet", False),
        ("until retired", False),
        ("未毕业", False),
        ("egressa", True),
        ("ainda não concluído", False),
        ("laureato", True),
        ("non ancora uscita", False),
        ("졸업", True),
        ("выпускник", True),
        ("ещё не ушёл", False),
        ("soon", False),
        ("to appear", False),
        ("10 October", False),
        ("no", False),
        ("?", False),
        ("31 August 2026", True),
    ],
)
def test_an_alumnus_is_one_whose_end_is_over(end: str, has_left: bool) -> None:
    person = Person.model_validate({"name": "A", "role": "Postdoc", "end": end})
    assert person.has_left(TODAY) is has_left


@pytest.mark.parametrize("end", ["soon", "10 October", "in spring", "not yet finished"])
def test_whose_end_is_not_understood_stays_and_is_told_of(tmp_path: Path, end: str) -> None:
    people = {"ada": "Ada", "bo": {"name": "Bo", "role": "Postdoc", "end": end}}
    found = site(tmp_path, {"people": people})
    assert not found.registry.people["bo"].has_left(TODAY)
    (warning,) = found.warnings
    said = f"{end!r} is understood as no date: write 2021, 2021.10 or 2021-10-05; or left,"
    assert warning.message.startswith(said)
    assert (warning.line, warning.path) == (9, "extra.academic.people.bo.end")


@pytest.mark.parametrize(
    "end", ["", "2020", "left", "now", "no", "-", "–", "unbefristet", "to appear", "毕业"]
)
def test_an_end_that_is_understood_is_not_told_of(tmp_path: Path, end: str) -> None:
    assert not told(site(tmp_path, {"people": [{"name": "Bo", "role": "Postdoc", "end": end}]}))


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2020", "2024-09", "2020 – 2024-09"),
        ("2020", "", "2020"),
        ("", "2024", "– 2024"),
        ("", "left", "left"),
        ("", "", ""),
    ],
)
def test_years(start: str, end: str, years: str) -> None:
    assert Person.model_validate({"name": "A", "start": start, "end": end}).years.text == years


@pytest.mark.parametrize(
    ("people", "slugs"),
    [
        (["Ada Lovelace", "Émilie du Châtelet"], ["ada-lovelace", "emilie-du-chatelet"]),
        ([{"name": "陈静怡", "aliases": ["Chen Jingyi"]}], ["chen-jingyi"]),
        ([{"name": "Ada", "slug": "a"}, {"name": "Bo", "slug": "b"}], ["a", "b"]),
        ({"ada": "Ada Lovelace", "Bo B.": {"name": "Bo"}}, ["ada", "bo-b"]),
        ({"ada": {"name": "Ada"}, "bo": "no"}, ["ada"]),
        ({"index": "Ada"}, ["index-2"]),
    ],
)
def test_everybody_has_a_slug(tmp_path: Path, people: Any, slugs: list[str]) -> None:
    found = site(tmp_path, {"people": people})
    assert not found.mistakes
    assert list(found.registry.people) == slugs


def test_people_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "people.yml").write_text("- Ada\n- {name: Bo, rol: x}\n", "utf-8")
    found = site(tmp_path, {"people": "data/people.yml"})
    assert [str(one) for one in found.mistakes] == [
        "data/people.yml:2: extra.academic.people.1.rol: unknown option (did you mean 'role'?)"
    ]


def test_one_person_twice_is_told(tmp_path: Path) -> None:
    number = "0000-0002-1825-0097"
    people = [
        {"name": "Ada", "slug": "a"},
        {"name": "ada"},
        {"name": "Bo", "orcid": number},
        {"name": "B.", "aliases": "Bo", "orcid": f"https://orcid.org/{number}"},
        {"name": "Cy", "slug": "a"},
    ]
    found = site(tmp_path, {"people": people})
    assert told(found) == [
        "is 'Ada' once more, and not shown: keep one of them, aliases and all",
        "is 'Bo' once more, and not shown: keep one of them, aliases and all",
        "the slug 'a' is somebody else's: this page is 'a-2'",
    ]
    assert list(found.registry.people) == ["a", "bo", "a-2"]


def test_one_number_of_two_people_is_told_and_both_are_shown(tmp_path: Path) -> None:
    number = "0000-0002-1825-0097"
    people = [
        {"name": "Bo Sample", "orcid": number},
        {"name": "Zoë Sample", "orcid": f"https://orcid.org/{number}"},
    ]
    found = site(tmp_path, {"people": people})
    (warning,) = found.warnings
    said = "the ORCID is also that of 'Bo Sample': which is right? Both are shown"
    assert (warning.message, warning.path) == (said, "extra.academic.people.1.orcid")
    assert list(found.registry.people) == ["bo-sample", "zoe-sample"]


def test_namesakes_with_their_own_numbers_are_two(tmp_path: Path) -> None:
    people = {
        "one": {"name": "Wei Chen", "orcid": "0000-0002-1825-0097"},
        "two": {"name": "Wei Chen", "orcid": "0000-0001-5109-3700"},
    }
    assert list(site(tmp_path, {"people": people}).registry.people) == ["one", "two"]


PEOPLE = {
    "wei": {"name": "Wei Chen", "role": "Postdoc"},
    "wen": {"name": "Wen Chen", "aliases": ["文晨"], "role": "Postdoc"},
    "ada": {"name": "Ada Lovelace", "role": "Postdoc"},
}


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Chen, Wei", "wei"),
        ("Wen Chen", "wen"),
        ("文晨", "wen"),
        ("W. Chen", ""),
        ("{Ada Lovelace}", "ada"),
        ("A. A. Lovelace", "ada"),
        ("Alan Lovelace", ""),
        ("Lovelace", ""),
    ],
)
def test_whose_a_name_is(tmp_path: Path, written: str, slug: str) -> None:
    found = site(tmp_path, {"people": PEOPLE}).registry.known.find(names.split(written)[0][0])
    assert (found.slug if found else "") == slug


def test_a_name_that_fits_two_is_nobodys_until_claimed(tmp_path: Path) -> None:
    papers = {"entries": [{"title": "One", "author": ["W. Chen"], "date": 2024}]}
    found = site(tmp_path, {"people": PEOPLE, "publications": papers})
    said = "the author 'W. Chen' may be Wei Chen or Wen Chen: an alias makes it one's own"
    assert told(found) == [said]
    assert not found.publications[0].authors[0].is_person
    claimed = {**PEOPLE, "wen": {**PEOPLE["wen"], "aliases": ["W. Chen"]}}
    found = site(tmp_path, {"people": claimed, "publications": papers})
    assert not told(found)
    assert found.publications[0].authors[0].person == "wen"


@pytest.mark.parametrize(
    ("written", "slug"),
    [("wei", "wei"), ("wei chen", "wei"), ("文晨", "wen"), ("W. Chen", ""), ("", ""), ("?", "")],
)
def test_people_are_named_by_key_name_or_alias(tmp_path: Path, written: str, slug: str) -> None:
    assert site(tmp_path, {"people": PEOPLE}).registry.find(written) == slug


@pytest.mark.parametrize(
    ("pages", "site_url", "sources", "home"),
    [
        ("yes", "https://lab.example.org/", {"ada", "bo"}, ""),
        ("no", "https://lab.example.org/", set(), ""),
        ("https://lab.example.org", "https://lab.example.org/", {"ada", "bo"}, ""),
        ("https://lab.example.org", "https://ada.example.org/", set(), "/people/bo/"),
        ("https://lab.example.org", "", set(), "/people/bo/"),
    ],
)
def test_where_pages_are(
    tmp_path: Path, pages: str, site_url: str, sources: set[str], home: str
) -> None:
    people = {
        "ada": {"name": "Ada", "role": "Postdoc"},
        "bo": {"name": "Bo", "group": "Stars"},
        "cy": {"name": "Cy"},
    }
    settings = {"people": people, "people_pages": pages}
    registry = site(tmp_path, settings, site_url=site_url).registry
    assert registry.with_page == sources
    assert registry.home("bo") == (f"https://lab.example.org{home}" if home else "")
    assert registry.home("cy") == ""


@pytest.mark.parametrize(
    ("url", "site_url", "has_page", "home"),
    [
        (
            "https://lab.example.org/x/people/ada/",
            "https://lab.example.org/x/",
            False,
            "people/ada/",
        ),
        ("people/ada/", "https://lab.example.org/", False, "people/ada/"),
        ("people/ada/index.html", "", False, "people/ada/index.html"),
        ("https://ada.example.org/", "https://lab.example.org/", True, "https://ada.example.org/"),
        ("https://lab.example.org/?p=ada", "https://lab.example.org/", True, None),
    ],
)
def test_an_own_site_in_the_place_of_a_page(
    tmp_path: Path, url: str, site_url: str, has_page: bool, home: str | None
) -> None:
    people = {"ada": {"name": "Ada", "role": "Postdoc", "url": url}}
    registry = site(tmp_path, {"people": people}, site_url=site_url).registry
    assert bool(registry.with_page) is has_page
    assert registry.home("ada") == (url if home is None else home)


def test_for_a_missing_portrait_initials_are_drawn(tmp_path: Path) -> None:
    people = {"ada": {"name": "Ada", "role": "Postdoc", "photo": "images/ada.jpg"}}
    lost = site(tmp_path, {"people": people})
    assert told(lost) == ["there is no file 'images/ada.jpg' in docs/"]
    shown, _ = rendered(tmp_path, {"people": people}, "{{ people() }}\n\n{{ person('ada') }}")
    assert "ada.jpg" not in shown
    assert shown.count("acad-monogram") == 2
    elsewhere = {"people": people, "people_pages": "https://lab.example.org/"}
    found = site(tmp_path, elsewhere, site_url="https://ada.example.org/")
    assert not told(found)
    assert found.registry.people["ada"].photo == "https://lab.example.org/images/ada.jpg"


LAB = {
    "people": {
        "ada": {"name": "Ada", "role": "Professor", "group": ["Stars", "Tides"]},
        "bo": {"name": "Bo", "role": "Student", "group": "Tides"},
        "cy": {"name": "Cy", "role": "Student", "end": "2020", "group": "Stars"},
        "di": {"name": "Di", "role": "Student", "end": "2024"},
        "ed": {"name": "Ed", "group": "Stars"},
        "fay": {"name": "Fay"},
    }
}


@pytest.mark.parametrize(
    ("call", "groups"),
    [
        ("people()", {"Professor": ["Ada"], "Student": ["Bo"], "": ["Ed"], "Alumni": ["Di", "Cy"]}),
        ("people(alumni=false)", {"Professor": ["Ada"], "Student": ["Bo"], "": ["Ed"]}),
        ('people(alumni="only")', {"": ["Di", "Cy"]}),
        ('people(role="Student")', {"Student": ["Bo"], "Alumni": ["Di", "Cy"]}),
        (
            'people(role=["Student", "Professor"], alumni=false)',
            {"Student": ["Bo"], "Professor": ["Ada"]},
        ),
        ('people(role={"Professor": "Faculty"}, alumni=false)', {"Faculty": ["Ada"]}),
        ('people(group="Stars")', {"Professor": ["Ada"], "": ["Ed"], "Alumni": ["Cy"]}),
        (
            'people(by="group", alumni=false)',
            {"Stars": ["Ada", "Ed"], "Tides": ["Ada", "Bo"]},
        ),
    ],
)
def test_calls(
    tmp_path: Path, call: str, groups: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    html, _ = rendered(tmp_path, LAB, f"{{{{ {call} }}}}")
    found = {
        one.xpath("string(h2)"): [
            name.text_content() for name in one.find_class("acad-person__name")
        ]
        for one in lxml.html.fromstring(html).xpath("//section")
    }
    assert found == groups


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('people(role="Profesor")', "nobody has the role 'Profesor' (did you mean 'Professor'?)"),
        ('people(group="Star")', "nobody has the group 'Star' (did you mean 'Stars'?)"),
        ('people(by="name")', "by is 'role' or 'group'"),
        ("people(role=3)", "nobody has the role '3'"),
        ("sections(3)", "there is no section '3'"),
        ("people(level=9)", "level from 1 to 6"),
        ('person("Adaa")', "there is nobody 'Adaa' among the people (did you mean 'Ada'?)"),
        ("person()", "name is missing"),
    ],
)
def test_a_wrong_call_is_told(
    tmp_path: Path, call: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    html, _ = rendered(tmp_path, LAB, f"{{{{ {call} }}}}")
    (warning,) = warnings_of(caplog.records)
    assert said in warning
    assert lxml.html.fromstring(html).text_content().strip()


def test_without_members_a_warning_says_what_makes_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rendered(tmp_path, {"people": ["Ada"]}, "{{ people() }}")
    assert "has a role or a group" in warnings_of(caplog.records)[0]


@pytest.mark.parametrize("kind", ["organization", "person"])
def test_beside_the_papers_of_a_member_stand_the_others(tmp_path: Path, kind: str) -> None:
    people = {
        "ada": {"name": "Ada Lovelace", "role": "Professor"},
        "bo": {"name": "Bo Sample", "role": "Student"},
    }
    listed = [
        {"title": "One", "author": ["Ada Lovelace", "Cy Other", "Bo Sample"], "year": 2024},
        {"title": "Two", "author": ["A. Lovelace", "Bo Sample"], "year": 2023},
        {"title": "Three", "author": ["Cy Other"], "year": 2023},
    ]
    settings = {
        "profile": {"name": "Bo Sample" if kind == "person" else "Our Lab", "type": kind},
        "people": people,
        "publications": {"overview": "yes", "entries": listed},
    }
    for call in ("person('ada')", "publications(person='Ada Lovelace')"):
        html, _ = rendered(tmp_path, settings, f"{{{{ {call} }}}}")
        (shown,) = lxml.html.fromstring(f"<div>{html}</div>").find_class("acad-overview")
        text = " ".join(shown.text_content().split())
        assert re.search(r"Co-authors Bo Sample \D*2 Cy Other \D*1", text), text
        assert "Lovelace" not in text
    html, _ = rendered(tmp_path, settings, "{{ publications(person=['ada', 'bo']) }}")
    (shown,) = lxml.html.fromstring(f"<div>{html}</div>").find_class("acad-overview")
    assert "Ada Lovelace" in shown.text_content()


def test_what_strangers_write_is_escaped(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    evil = '<img src=x onerror=alert(1)>"'
    person = {
        "name": f"Ada {evil}", "role": evil, "group": evil, "bio": evil, "topics": [evil],
        "now": evil, "pronouns": evil, "aliases": ["阿达<script>"], "end": "2020",
        "affiliation": evil,
    }  # fmt: skip
    caplog.set_level(logging.CRITICAL)
    for call in ("people()", 'person("ada")'):
        html, _ = rendered(tmp_path, {"people": {"ada": person}}, f"{{{{ {call} }}}}")
        found = lxml.html.fromstring(html)
        assert not found.xpath("//script")
        assert not found.xpath("//*[@onerror]"), call
    wrong = site(tmp_path, {"people": [{"name": "A", "url": "javascript:alert(1)"}]})
    assert "is not a link" in told(wrong)[0]


def test_a_page_of_ones_own_takes_the_place(tmp_path: Path) -> None:
    (tmp_path / "docs" / "people").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("{{ people() }}", "utf-8")
    (tmp_path / "docs" / "people" / "ada.md").write_text('Mine. {{ person("ada") }}', "utf-8")
    engine = {
        "theme": {"name": "academic"},
        "plugins": ["search", {"macros": {"modules": ["mkdocs_academic"]}}, "academic"],
        "site_url": "https://lab.example.org/",
    }
    people = {name: {"name": name.capitalize(), "role": "Postdoc"} for name in ("ada", "bo")}
    site(tmp_path, {"people": people}, **engine)
    out = built(tmp_path / "mkdocs.yml")
    own = (out / "people" / "ada" / "index.html").read_text("utf-8")
    assert "Mine." in own
    made = (out / "people" / "bo" / "index.html").read_text("utf-8")
    assert "<title>Bo - Test</title>" in made
    assert '"@type":"ProfilePage"' in made.replace(" ", "")
    home = (out / "index.html").read_text("utf-8")
    for address in ("people/ada/", "people/bo/"):
        assert f'href="{address}"' in home


def test_export_writes_the_pages_for_zensical(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    people = {"ada": {"name": 'Ada "A" & Co', "role": "Postdoc"}, "bo": {"name": "Bo"}}
    site(tmp_path, {"people": people})
    file = tmp_path / "mkdocs.yml"
    done = CliRunner().invoke(main, ["export", "-f", str(file)])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "docs" / "people" / "ada.md").read_text("utf-8")
    assert page == (
        '---\ntitle: "Ada \\"A\\" &amp; Co"\ndescription: "Postdoc"\n---\n\n{{ person("ada") }}\n'
    )
    assert not (tmp_path / "docs" / "people" / "bo.md").exists()


def test_openings_close_after_their_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # 2026-09-21
    deadlines = ["2026-09-20", "2026-09-21", "2026-09", "2026-08", "2025", "soon", ""]
    listed = [{"position": one or "open", "deadline": one} for one in deadlines]
    html, _ = rendered(tmp_path, {"openings": listed}, "{{ openings() }}")
    closed = lxml.html.fromstring(html).xpath("//details")[0]
    titles = [one.text_content() for one in closed.find_class("acad-row__title")]
    assert titles == ["2026-09-20", "2026-08", "2025"]
    html, _ = rendered(tmp_path, {"openings": listed}, "{{ openings(older=false) }}")
    assert not lxml.html.fromstring(html).xpath("//details")


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "2027-01-15", "Apply by 2027-01-15"),
        ("en", "15 January", "Apply by 15 January"),
        ("en", "rolling", "Rolling deadline"),
        ("en", "Rolling.", "Rolling deadline"),
        ("en", "until filled", "Open until filled"),
        ("en", "ASAP", "Apply as soon as possible"),
        ("en", "laufend", "Rolling deadline"),
        ("en", "bis zur Besetzung", "Open until filled"),
        ("en", "dès que possible", "Apply as soon as possible"),
        ("en", "jusqu’à ce que le poste soit pourvu", "Open until filled"),
        ("en", "hasta cubrir la plaza", "Open until filled"),
        ("en", "招满为止", "Open until filled"),
        ("en", "随時", "Rolling deadline"),
        ("en", "في أقرب وقت ممكن", "Apply as soon as possible"),
        ("de", "rolling", "Bewerbung jederzeit möglich"),
        ("ja", "until filled", "採用者が決まり次第終了"),
        ("pt", "em fluxo contínuo", "Inscrições em fluxo contínuo"),
        ("it", "fino a copertura", "Aperta fino a copertura del posto"),
        ("it", "2027-01", "Scadenza: gen 2027"),
        ("ko", "채용 시까지", "충원 시 마감"),
        ("ru", "как можно скорее", "Подавайте заявку как можно скорее"),
        ("ru", "15 января 2027 г.", "Срок подачи: 15 января 2027 г."),
        ("en", "when the grant is signed", "when the grant is signed"),
        ("en", "rolling, first look in March", "rolling, first look in March"),
        ("en", "open until 2027-01-15", "open until 2027-01-15"),
        ("en", "15 Jan 2027 or until filled", "Apply by 15 Jan 2027 or until filled"),
        ("en", "Friday, 15 January 2027", "Apply by Friday, 15 January 2027"),
        ("en", "Jan 2027", "Apply by Jan 2027"),
        ("en", "by 15 January 2027", "by 15 January 2027"),
        ("de", "bis 15. Januar 2027", "bis 15. Januar 2027"),
        ("zh", "截止2027-01-15", "截止2027-01-15"),
    ],
)
def test_deadlines_that_are_no_day(language: str, written: str, said: str) -> None:
    section = openings.Section.model_validate({"items": [{"position": "x", "deadline": written}]})
    around = Surroundings(
        today=TODAY,
        publications=(),
        spellings={},
        words=words(language),
        language=language,
    )
    (row,) = openings.arrange(section, around)["rows"]
    assert row.details == (said,)


TRANSLATED = (
    "@book{t, author = {Platon}, translator = {Ada Lovelace}, title = {T}, year = 2020}\n"
    "@book{o, author = {Platon}, title = {O}, year = 2021}\n"
)


def test_translators_count_as_those_who_had_part(tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_text(TRANSLATED, "utf-8")
    settings: dict[str, Any] = {
        "profile": {"name": "Ada Lovelace"},
        "people": {"ada": {"name": "Ada Lovelace"}},
        "publications": {"bibliography": "x.bib"},
    }
    for call in ('person="ada"', 'author="A. Lovelace"'):
        html, _ = rendered(tmp_path, settings, f"{{{{ publications({call}) }}}}")
        assert 'id="t"' in html
        assert 'id="o"' not in html
    mine = settings | {"publications": {"bibliography": "x.bib", "mine": "yes"}}
    assert [one.key for one in site(tmp_path, mine).publications] == ["t"]

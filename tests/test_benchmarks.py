"""The benchmark measures what it says: sites that build, a truth that is true; no time."""

from __future__ import annotations

import cProfile
import json
import pstats
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from benchmarks import cases, generate, measure, profiling, report, sites, truth, written
from benchmarks.cases import EMPTY, REFERENCES, ROWS, RUNS, SITES, Row
from benchmarks.measure import Failed, Figure, Results
from benchmarks.report import Line
from benchmarks.truth import Shares, plain
from mkdocs_academic import load_site

from .conftest import ROOT

COUNT = 300
SMALL = 20
# One of each kind: of the lists of several lengths the shortest, as all are built with 20 papers.
KINDS = [
    name
    for name in SITES
    if not re.search(r"-(1000|5000|20000|50)$|zensical|properdocs|lab-sites", name)
]
KINDS += ["hand-1000"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benchmark")


@pytest.fixture(scope="module")
def built(folder: Path) -> Callable[[str], Path]:
    """Return what builds a site with few papers, once, and returns its folder."""

    @cache
    def build(name: str) -> Path:
        SITES[name].write(folder / name, SMALL)
        figure = measure.run(folder, cases.Run(name))
        assert figure.cpu > 0
        assert figure.memory > 10e6
        return folder / name

    return build


def test_the_same_bytes_every_time() -> None:
    once, again = generate.papers(COUNT, seed=7), generate.papers(COUNT, seed=7)
    assert written.bibtex(once) == written.bibtex(again)
    assert written.markdown(once) == written.markdown(again)
    assert written.bibtex(once) != written.bibtex(generate.papers(COUNT, seed=8))


def test_a_lab_of_many_sites_is_built_whole(tmp_path: Path) -> None:
    people = generate.members(3)
    lab = tmp_path / "lab-sites"
    sites.member_sites(lab, generate.papers(6, people=people), people)
    for argument in ("cpu", "clock"):
        figure = measure.run(tmp_path, cases.Run("lab-sites", "lab", argument=argument))
        assert figure.cpu > 0.2, "workers are counted"
    assert len(list((lab / "site").rglob("search_index.json"))) == 4
    for number, one in enumerate(people, 1):
        page = lab / "site" / "people" / str(number)
        home = unescape((page / "index.html").read_text("utf-8"))
        assert len(re.findall(r'<li class="[^"]*acad-pub[ "]', home)) == 2
        assert home.count("acad-author--owner") >= 2, one.name
        assert len(list(page.glob("publications/*/index.html"))) == 2


def test_the_lab_of_the_table_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    case = SITES[RUNS["lab-sites"].site]
    assert RUNS["lab-sites"].command == RUNS["lab-sites-clock"].command == "lab"
    assert case.size == 50 * 100
    case.write(tmp_path, 100)  # two each
    assert len(list(tmp_path.glob("people/*/mkdocs.yml"))) == 50


def test_bibliographies_are_as_people_have_them() -> None:
    text = written.bibtex(generate.papers(1000))
    assert 900 < len(text.encode()) / 1000 < 1300, "about a kilobyte an entry"
    for told in (
        "@string{",
        '@STRING{ieee = "',
        "@comment{",
        "@preamble{",
        ' # " " # ',
        "crossref ",
    ):
        assert told in text
    assert text.index("crossref") < text.index("@proceedings{"), "volumes come last, as in BibTeX"
    for spelling in (
        r"\"o",
        r"{\"{o}}",
        r"{\v S}",
        r"\v{Z}",
        r"{\'\i}",
        r"\'{\i}",
        r"{\o}",
        "Петрова",
    ):
        assert spelling in text, "one accent, many notations"
    assert len(re.findall(r"\$", text)) > 100
    authors = [len(one.authors) for one in generate.papers(1000)]
    assert 3.5 < sum(authors) / 1000 < 4.5
    assert max(authors) > 12


def test_the_truth_is_what_is_read(tmp_path: Path) -> None:
    papers = generate.papers(COUNT)
    sites.listed(tmp_path, papers)
    site = load_site(tmp_path / "mkdocs.yml")
    assert not site.mistakes
    assert not site.warnings
    read = [
        {
            "key": one.key,
            "authors": [author.name.full for author in one.authors],
            "others": one.and_others,
            "title": plain(one.title),
            "venue": plain(one.venue_name),
            "year": one.year,
            "abstract": plain(one.abstract),
        }
        for one in site.publications
    ]
    known = written.truth(papers)
    assert json.loads(json.dumps(known)) == known
    assert {one["key"]: one for one in read} == {one["key"]: one for one in known}


def test_members_of_a_lab_have_their_papers() -> None:
    people = generate.members(50)
    papers = generate.papers(1000, people=people)
    assert len({one.name for one in people}) == 50
    for number, one in enumerate(people):
        own = [paper for paper in papers if one in paper.authors]
        assert len(own) == 20
        assert own[0] is papers[number]


@pytest.mark.parametrize("name", KINDS)
def test_every_site_builds(name: str, built: Callable[[str], Path]) -> None:
    html = (built(name) / "site" / "index.html").read_text("utf-8")
    if "hand" in name:
        assert "<strong>Nora Vestergård</strong>" in html
    elif SITES[name].size:
        assert 'class="acad acad-section acad-publications' in html
        assert "acad-mistakes" not in html


def test_the_home_page_has_every_section(built: Callable[[str], Path]) -> None:
    html = (built("home") / "site" / "index.html").read_text("utf-8")
    for section in ("news", "publications", "honors", "talks", "funding", "patents", "metrics"):
        assert f"acad-{section}" in html


def test_pages_by_hand_are_as_long_as_ours(
    folder: Path, built: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = built("pages"), built("hand-pages")
    small = cases.Site(SMALL, SITES["hand-pages"].write)
    monkeypatch.setattr(measure, "SITES", {**SITES, "hand-pages": small})
    measure.even_out(folder)
    measure.run(folder, RUNS["hand-pages"])
    ours, others = map(measure.page_bytes, roots)
    assert others == pytest.approx(ours, rel=0.02)


def test_a_page_is_held_against_the_truth(built: Callable[[str], Path]) -> None:
    known = written.truth(cases.papers(SMALL))
    html = (built("list-100") / "site" / "index.html").read_text("utf-8")
    assert truth.shown(html, known) == Shares(1.0, 1.0, 1.0)
    second = {**known[1], "title": "Another", "authors": known[1]["authors"][::-1]}
    assert truth.shown(html, [known[0], second]).titles == 0.5
    assert truth.shown(html, [known[0], {**known[1], "venue": "Elsewhere"}]).venues == 0.5
    turned = [{**one, "authors": one["authors"][::-1]} for one in known if len(one["authors"]) > 1]
    assert truth.shown(html, turned).names == 0.0
    assert truth.shown(html, [{**known[0], "key": "nobody"}]) == Shares(0.0, 0.0, 0.0)
    assert str(Shares(1.0, 0.9999, 0.5)) == "100 / 99.9 / 50"


def test_reading_and_rebuilding_tell_their_own_part(
    folder: Path, built: Callable[[str], Path]
) -> None:
    root = built("list-100")
    assert (root / "site").exists()
    whole = measure.run(folder, cases.Run("list-100", "import", argument="mkdocs_academic.site"))
    assert 0 < measure.run(folder, cases.Run("list-100", "read")).cpu < whole.cpu
    before = (root / "papers.bib").read_text("utf-8")
    assert measure.run(folder, cases.Run("list-100", "edit", argument="papers.bib")).cpu > 0
    assert (root / "papers.bib").read_text("utf-8") == before
    assert (root / "site").exists(), "only a build begins with an empty folder"


def test_cold_is_without_a_cache(folder: Path, built: Callable[[str], Path]) -> None:
    kept = built("search") / ".cache" / "kept"
    kept.parent.mkdir()
    kept.touch()
    measure.run(folder, cases.Run("search", is_warm=True))
    assert kept.exists()
    measure.run(folder, cases.Run("search"))
    assert not kept.exists()


def test_what_fails_says_why(folder: Path) -> None:
    with pytest.raises(Failed, match="No module named 'nothing_of_this_name'"):
        measure.run(folder, cases.Run("search", "import", argument="nothing_of_this_name"))
    with pytest.raises(Failed, match="no-such-engine is not installed"):
        measure.run(folder, cases.Run("search", engine="no-such-engine"))


def test_rounds_run_everything_in_turn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    took: Iterator[float] = iter(range(1, 100))

    def run(_: Path, one: cases.Run) -> Figure:
        done.append(one.site)
        if one.site == "home":
            raise Failed("no home")
        return Figure(next(took), 1.0)

    monkeypatch.setattr(measure, "run", run)
    names = ["bare", "search", "home", "list-100", "no-papers"]
    found = measure.rounds(folder, names, 2, lambda _: None)
    first = [EMPTY, "bare", "search", "home", "list-100", EMPTY, "no-papers"]
    again = [name for name in first if name != "home"]
    assert done == [*first, *again, *again]
    assert [one.cpu for one in found.figures["bare"]] == [8.0, 14.0], "the first round warms up"
    assert found.figures[EMPTY][0].cpu == (7 + 11) / 2
    assert found.failed == {"home": "no home"}
    assert "home" not in found.figures


def test_ratios_are_those_of_the_rounds() -> None:
    figures = {
        EMPTY: [Figure(1.0, 50e6), Figure(2.0, 50e6), Figure(1.0, 50e6)],
        "list-5000": [Figure(2.2, 90e6), Figure(4.0, 120e6), Figure(1.8, 100e6)],
        "hand-5000": [Figure(4.0, 1e6), Figure(8.0, 1e6), Figure(4.0, 1e6)],
    }
    row = next(row for row in ROWS if row.run == "list-5000")
    goal = "≤ 2.0 E, ≤ 0.5 × the list by hand, ≤ 110 MB"
    (line,) = report.lines(Results(figures, {}), [row])
    assert line == Line(row.label, "2.00 E", "0.50 × the list by hand", "100", goal, "yes")
    figures["list-5000"] = [Figure(2.2, 120e6)] * 3
    (line,) = report.lines(Results(figures, {}), [row])
    assert line.reached == "**no**: 2.0 E, 0.5 × the list by hand, 110 MB"


def test_small_things_are_told_in_seconds() -> None:
    figures = {
        EMPTY: [Figure(1.0, 1e6)],
        "edit-page": [Figure(0.35, 1e6)],
        "edit-empty": [Figure(0.3, 1e6)],
        "read": [Figure(0.21, 1e6)],
    }
    wanted = [row for row in ROWS if row.run in ("edit-page", "read", "check", "home")]
    failed = {"check": "Error: No such command 'check'.", "home": "a traceback"}
    home, edit, read, check = report.lines(Results(figures, failed), wanted)
    assert (edit.against, edit.reached) == ("+0.050 s to the empty rebuild", "yes")
    assert (read.cpu, read.goal, read.reached) == ("0.210 s", "≤ 0.3 s", "yes")
    assert (check.reached, home.reached) == ("–", "failed")


def test_growth_is_that_of_an_entry() -> None:
    def line(largest: float) -> Line | None:
        taken = {"list-100": 1.1, "list-5000": 6.0, "list-20000": largest}
        return report.growth(Results({name: [Figure(one, 1.0)] for name, one in taken.items()}, {}))

    linear, grown = line(21.0), line(36.0)
    assert linear
    assert grown
    assert (linear.against, linear.reached) == ("1.00 × from 100 to 5,000", "yes")
    assert (grown.against, grown.reached) == ("2.00 × from 100 to 5,000", "**no**")
    assert report.growth(Results({}, {})) is None


def test_the_page_holds_what_was_given() -> None:
    lines = [Line("A case", "1.10 E", goal="≤ 1.25 E", reached="yes"), Line("A | B")]
    assert report.table(lines).splitlines()[2:] == [
        "| A case | 1.10 E | – | – | ≤ 1.25 E | yes |",
        r"| A \| B | – | – | – | – | – |",
    ]
    results = Results({EMPTY: [Figure(0.5, 1e6)]}, {})
    profile = profiling.Profile([("mkdocs", 0.6), ("tiny", 0.001)], [("site.py", 0.25)])
    before = "…\n<!-- by hand -->\nWhat was done about it.\n<!-- end of by hand -->\n"
    page = report.page(lines, results, 5, profile, before)
    for told in ("| A case | 1.10 E |", "medians of 5 ", "E took 0.50 s", "| mkdocs | 60% |"):
        assert told in page
    assert "| `site.py` | 25% |" in page
    assert "tiny" not in page
    assert "What was done about it." in page
    assert "<<" not in page
    assert report.page(lines, results, 5, profile, page) == page
    assert "{{" not in page, "no macro"


def test_the_profile_gives_built_ins_to_their_callers() -> None:
    profiler = cProfile.Profile()
    profiler.enable()
    unescape("&amp;" * 100_000)
    profiler.disable()
    found = profiling.grouped(pstats.Stats(profiler))
    assert sum(share for _, share in found.packages) == pytest.approx(1.0)
    assert found.packages[0][0] == "Python’s library"
    assert not found.modules


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.run)
def test_rows_name_runs(row: Row) -> None:
    assert row.run in RUNS
    assert RUNS[row.run].site in SITES
    assert not row.reference or row.reference in set(REFERENCES) & set(RUNS)
    assert bool(row.references or row.more) <= bool(row.reference)


def test_the_manual_shows_the_table() -> None:
    page = (ROOT / "docs" / "benchmark.md").read_text("utf-8")
    for row in ROWS:
        assert f"| {row.label} | " in page, "run `make bench`"

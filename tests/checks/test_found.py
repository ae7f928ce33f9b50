"""Everything that is wrong, at once and by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_academic import checks
from mkdocs_academic.checks.markdown import Text
from mkdocs_academic.cli import main

from ..conftest import ROOT
from .sites import FULL, HEAD, check, entry, found, site


def test_a_clean_site_is_clean(tmp_path: Path) -> None:
    result = check(site(tmp_path, bib=entry(FULL)), "--strict")
    assert (result.output, result.exit_code) == ("Nothing is wrong.\n", 0)


@pytest.mark.parametrize(
    "name",
    [
        "",
        *(
            f"tests/sites/{one}"
            for one in "author_profile filters languages live researcher".split()
        ),
    ],
)
def test_the_demo_and_the_example_sites_have_no_warnings(name: str) -> None:
    assert [one for one in found(ROOT / name / "mkdocs.yml") if ": note: " not in one] == []


CASES = [  # the check, what makes a site, the line that tells
    (
        "settings",
        {"settings": "profil: {name: A}"},
        "mkdocs.yml:10: mistake: extra.academic.profil: ",
    ),
    ("settings", {"settings": "news:\n\t- x"}, "mkdocs.yml:11: mistake: is not YAML: "),
    (
        "yaml",
        {"settings": "news: [{date: 2024-13-40}]"},
        "mkdocs.yml:10: mistake: '2024-13-40' is no date",
    ),
    ("yaml", {"settings": "news: [!new paper]"}, "mkdocs.yml:10: mistake: '!new' at the beginning"),
    ("yaml", {"settings": "news: [=]"}, "mkdocs.yml:10: mistake: '=' is no value"),
    (
        "required",
        {"head": "site_name: A\n"},
        "mkdocs.yml: mistake: plugins: the macros plugin is mis",
    ),
    (
        "required",
        {"head": HEAD.replace("site_name: Ada Example\n", "")},
        "mkdocs.yml: mistake: site_name",
    ),
    (
        "required",
        {"head": HEAD + "docs_dir: pages\n"},
        "mkdocs.yml:8: mistake: docs_dir: there is no",
    ),
    (
        "values",
        {"head": HEAD.replace("https://ada", "ada")},
        "mkdocs.yml:2: mistake: site_url: has no scheme: write https://ada.example.org/",
    ),
    (
        "site",
        {"bib": entry(f"{FULL}, pdf = {{a.pdf}}")},
        "papers.bib:1: warning: one: there is no file 'a",
    ),
    ("site", {"bib": entry("year = 2020,, foo")}, "papers.bib:4: warning: one: 'foo' is neither"),
    (
        "site",
        {"settings": "news: [{text: x, image: a.png}]"},
        "mkdocs.yml:10: warning: extra.academic.n",
    ),
    (
        "site",
        {"settings": "news: {icon: a/b, items: [x]}"},
        "mkdocs.yml:10: warning: extra.academic.n",
    ),
    (
        "setup",
        {"head": HEAD.replace("academic}", "material}")},
        "mkdocs.yml:3: warning: theme: is 'mat",
    ),
    (
        "setup",
        {"head": HEAD.replace("  - academic\n", "")},
        "mkdocs.yml:4: warning: plugins: the plugi",
    ),
    (
        "setup",
        {"head": HEAD.replace("  - search\n", "")},
        "mkdocs.yml:4: warning: plugins: `search` i",
    ),
    (
        "options",
        {"head": HEAD + "sit_dir: x\n"},
        "mkdocs.yml:8: warning: sit_dir: MkDocs knows no such o",
    ),
    (
        "options",
        {"head": HEAD + "profile: x\n"},
        "mkdocs.yml:8: warning: profile: belongs under extra:",
    ),
    (
        "nav",
        {"head": HEAD + "nav:\n  - index.md\n  - A: [a.md]\n"},
        "mkdocs.yml:10: warning: nav.1.A.0: t",
    ),
    (
        "links",
        {"page": "# A\n\n[x](b.md#c)\n"},
        "docs/index.md:3: warning: there is no file 'b.md' in",
    ),
    (
        "links",
        {"page": "--- \na: '[x](z.md)'\n...\n# A\n\n---\n\n[x](b.md)\n\n---\n"},
        "docs/index.md:8: warning: there is no file 'b.md' in",
    ),
    (
        "links",
        {"page": "[![x](index.md)](c.pdf)\n"},
        "docs/index.md:1: warning: there is no file 'c.pdf'",
    ),
    (
        "links",
        {"settings": "news:\n- a\n- '[x](b.md)'"},
        "mkdocs.yml:12: warning: extra.academic.news.items",
    ),
    (
        "alt",
        {"page": "![](https://x.org/a.png)\n"},
        "docs/index.md:1: warning: https://x.org/a.png has no",
    ),
    (
        "alt",
        {"page": "<img src='https://x.org/a.png'>\n"},
        "docs/index.md:1: warning: https://x.org/a.png",
    ),
    (
        "icons",
        {"page": ":material-schol:\n"},
        "docs/index.md:1: warning: there is no icon :material-schol:",
    ),
    (
        "icons",
        {"settings": "news: [':simple-gthub: x']"},
        "mkdocs.yml:10: warning: extra.academic.news",
    ),
    (
        "icons",
        {"settings": "citations: {badge: {logo: a/b}}"},
        "mkdocs.yml:10: warning: extra.academic.c",
    ),
    (
        "dates",
        {"settings": "news: [{date: someday, text: x}]"},
        "mkdocs.yml:10: warning: extra.academic.",
    ),
    (
        "dates",
        {"settings": "news: [{date: 2021.13, text: x}]"},
        "mkdocs.yml:10: warning: extra.academic.",
    ),
    (
        "dates",
        {"bib": entry("journal = {J}, year = {20x0}")},
        "papers.bib:1: warning: one: '20x0' is under",
    ),
    ("year", {"bib": entry("journal = {J}")}, "papers.bib:1: warning: one: has no year"),
    (
        "ids",
        {"bib": entry("year = 2020, doi = {11.1/x}")},
        "papers.bib:1: warning: one: '11.1/x' is no DOI",
    ),
    (
        "ids",
        {"bib": entry("year = 2020, hal = {soon}")},
        "papers.bib:1: warning: one: 'soon' is no HAL id",
    ),
    (
        "ids",
        {"bib": entry("year = 2020, doi = {https://x.org/a}")},
        "papers.bib:1: warning: one: 'https://x.org/a' is no DOI: an address is for url",
    ),
    (
        "dates",
        {"settings": "news: [{date: 07/04/2026, text: x}]"},
        "mkdocs.yml:10: warning: extra.academic.news.items.0.date: '07/04/2026' may be 2026-07-04 ",
    ),
    (
        "dates",
        {"settings": "education: [{date: 2024.09 - 2020.08, degree: PhD}]"},
        "mkdocs.yml:10: warning: extra.academic.education.items.0.date: '2024.09 - 2020.08' ends",
    ),
    (
        "dates",
        {"bib": entry("date = {07/04/2026}, journal = {J}, doi = {10.1000/1}")},
        "papers.bib:1: warning: one: '07/04/2026' may be 2026-07-04 or 2026-04-07: only the year",
    ),
    (
        "dates",
        {"settings": "profile: {name: Ada}\npeople:\n- {name: Bo, role: x, end: soon}"},
        "mkdocs.yml:12: warning: extra.academic.people.0.end: 'soon' is understood as no date: ",
    ),
    (
        "dates",
        {"settings": "people: {bo: {name: Bo, start: once}}"},
        "mkdocs.yml:10: warning: extra.academic.people.bo.start: 'once' is understood as no date",
    ),
    (
        "dates",
        {"settings": "people: {bo: {name: Bo, start: 2021-05, end: 2020}}"},
        "mkdocs.yml:10: warning: extra.academic.people.bo.end: '2020' is before the start, '2021-0",
    ),
    (
        "dates",
        {"settings": "people: {bo: {name: Bo, end: 2021.13}}"},
        "mkdocs.yml:10: warning: extra.academic.people.bo.end: '2021.13' is understood as 2021, ",
    ),
    (
        "dates",
        {"settings": "openings: {order: written, items: [{position: P, deadline: soonish}]}"},
        "mkdocs.yml:10: warning: extra.academic.openings.items.0.deadline: 'soonish' is underst",
    ),
    (
        "selected",
        {"bib": entry(f"{FULL}, selected = {{ture}}")},
        "papers.bib:1: warning: one: selected is 'ture', which counts as no (did you mean 'true'?)",
    ),
    (
        "macros",
        {"page": "# Hi\n\n{{ newss() }}\n"},
        "docs/index.md:3: warning: there is no macro 'newss' (did you mean 'news'?)",
    ),
    (
        "doi",
        {
            "settings": "publications: {bibliography: two.bib, duplicates: no}",
            "two.bib": entry(FULL) + entry(FULL).replace("{one", "{two"),
        },
        "two.bib:6: warning: two: has the DOI of 'one' (two.bib:1)",
    ),
    (
        "owner",
        {"bib": entry(FULL, "Bo Sample")},
        "mkdocs.yml:10: warning: extra.academic.profile.name: 'Ada",
    ),
    (
        "address",
        {"head": HEAD.replace("site_url", "# site_url")},
        "mkdocs.yml: note: site_url: is not set",
    ),
    (
        "merged",
        {"bib": entry(FULL) + entry(FULL).replace("{one", "{two")},
        "papers.bib:6: note: two: shown once with 'one'",
    ),
    (
        "mine",
        {
            "settings": "profile: {name: Ada Example}\n"
            "publications: {bibliography: papers.bib, mine: yes}\n",
            "papers.bib": entry(FULL) + entry("", "Roe, Ann").replace("{one", "{two"),
        },
        "papers.bib:6: note: two: is by others, and not shown: `mine`",
    ),
    (
        "authors",
        {
            "bib": entry(FULL)
            + entry(FULL, "Example, Eda")
            .replace("One}", "X}")
            .replace("{one", "{two")
            .replace("/1}", "/2}")
        },
        "papers.bib:6: note: two: 'Ada Example' is not among the authors: is it 'Eda Example'?",
    ),
    (
        "authors",
        {
            "settings": "profile: {name: A Lab, type: organization}\npeople: [Ada Example]\n",
            "bib": entry(FULL)
            + entry(FULL, "Lab, Eda")
            .replace("One}", "X}")
            .replace("{one", "{two")
            .replace("/1}", "/2}"),
        },
        "papers.bib:6: note: two: nobody of `people` is among the authors [authors]",
    ),
    (
        "names",
        {"bib": entry(FULL, "Bo Ho, Ada Example")},
        "papers.bib:1: note: one: 'Bo Ho, Ada Example' is read as one name, 'Ada Example Bo Ho': ",
    ),
    (
        "names",
        {
            "bib": entry(FULL, "Bo Ho and Ada Example")
            + entry(FULL, "Bo Ho, Eda Sample and Ada Example")
            .replace("One}", "X}")
            .replace("{one", "{two")
            .replace("/1}", "/2}")
        },
        "papers.bib:6: note: two: 'Bo Ho, Eda Sample' is read as one name, 'Eda Sample Bo Ho': ",
    ),
    (
        "venue",
        {"bib": entry("year = 2020, doi = {10.1000/1}")},
        "papers.bib:1: note: one: does not say wh",
    ),
    (
        "link",
        {"bib": entry("journal = {J}, year = 2020")},
        "papers.bib:1: note: one: leads nowhere",
    ),
    (
        "ranks",
        {"bib": entry(f"{FULL}, tags = {{CCF-D}}")},
        "papers.bib:1: note: one: 'CCF-D' looks like a",
    ),
    (
        "ranks",
        {"bib": entry(f"{FULL}, tags = {{JCR Q5}}")},
        "papers.bib:1: note: one: 'JCR Q5' looks like",
    ),
]


@pytest.mark.parametrize(
    ("name", "made", "told"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_each_check_finds(tmp_path: Path, name: str, made: dict[str, str], told: str) -> None:
    lines = found(site(tmp_path, **made))
    own = [line for line in lines if line.startswith(told)]
    assert own, lines
    assert own[0].endswith(f" [{name}]")
    assert f": {checks.CHECKS[name].severity}: " in own[0]


def test_each_check_has_a_case_and_is_told_in_the_manual() -> None:
    assert {name for name, _, _ in CASES} == set(checks.CHECKS)
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \|", page, re.M)
    assert rows == [(name, row.severity) for name, row in checks.CHECKS.items()]
    for option in ("-f", *(one for p in main.get_command(None, "check").params for one in p.opts)):  # type: ignore[arg-type, union-attr]
        assert f"`{option}`" in page


@pytest.mark.parametrize(
    "made",
    [
        {"bib": entry("journal = {J}, status = {under review}, pdf = {https://x.org/a.pdf}")},
        {"bib": entry("journal = {J}, year = {to appear}, doi = {10.1000/1}")},
        {"bib": entry("journal = {J}, year = {۱۴۰۰}, doi = {10.1000/1}")},
        {
            "bib": entry(FULL, "Bo Sample"),
            "settings": "profile: {name: A Lab, type: organization}\n",
        },
        {"bib": entry(FULL, "Ho Ro, Bo Jo and van der Berg, Jan Piet and Ada Example")},
        {
            "bib": entry(FULL, "{A Lab}")
            + entry(FULL).replace("{one", "{two").replace("One}", "X}").replace("/1}", "/2}"),
            "settings": "profile: {name: A Lab, type: organization}\n",
        },
        {
            "bib": entry(
                f"{FULL}, tags = {{CCF-A; CORE A*; Q1; SJR Q2; CCF T1; IF: 3.7; CORE2023 A}}"
            )
        },
        {"bib": entry("year = 2020, url = {https://x.org}", kind="software")},
        {"bib": entry(f"{FULL}, selected = {{No}}")},
        {"settings": "news:\n- {date: Spring 2024, text: x}\n- {date: now}"},
        {"settings": "news: [{date: 2025/26, text: x}, {date: 7.4.2026, text: y}]"},
        {"settings": "news: {order: written, items: [{date: x, text: y}]}"},
        {
            "settings": "profile: {name: Ada}\npeople:\n- {name: Bo, start: 2021-05, end: 2021}\n"
            "- {name: Cy, start: Fall 2020, end: now}\n- {name: Di, end: left, start: 2020}\n"
            "- {name: Ed, start: 2020, end: left 2020-05}\n- {name: Fy, start: 2020/21, end: 2020}"
        },
        {
            "settings": "openings:\n- {position: A, deadline: rolling}\n"
            "- {position: B, deadline: Until filled}\n- {position: C, deadline: 'open, always'}\n"
            "- {position: D, deadline: 长期有效}\n- {position: E, deadline: 2026-09}\n"
            "- {position: F, deadline: as soon as possible}\n- {position: G, deadline: laufend}"
        },
        {"page": "`![](a.png)`\n\n```\n[x](b.md)\n```\n\n<!-- [x](c.md) -->\n"},
        {"page": "{{ fix_url('[x](d.md)') }} {# [x](e.md) #}\n"},
        {"page": '![](https://x.org/a.png){ alt="" } <img alt="" src="https://x.org/a.png">\n'},
        {"page": "[x](https://x.org/a.md) [y](#z) [z](/a.md) [m](mailto:a@b.c) [w](sub/) :tada:\n"},
        {"page": ":material-school: :fontawesome-brands-github: :octicons-mark-github-16:\n"},
        {
            "page": "[feed](feed.xml) [bib](publications.bib) [p](publications/one.md)\n",
            "bib": entry(FULL),
        },
        {"settings": "profile: {name: Ada Example}\nnews: ['!x', \"2024-13-40\"]"},
        {"head": HEAD + "markdown_extensions:\n  - x: {y: !!python/name:a.b, z: !ENV [A, b]}\n"},
    ],
)
def test_what_is_meant_is_not_told(tmp_path: Path, made: dict[str, str]) -> None:
    assert found(site(tmp_path, **made)) == []


@pytest.mark.parametrize(
    "text",
    ["", "- a\n", "a: [\n", "a: 'x\n", "site_name: \x07\n", "extra: 3\n", "extra: {academic: 3}\n",
     "extra: {academic: &a [*a]}\n", "plugins: 3\nnav: 3\ntheme: 3\n", "a: @b\n", "a: *b\n",
     "? [a]\n: b\n"],
)  # fmt: skip
def test_whatever_stands_there_is_told_and_nothing_breaks(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    result = check(tmp_path / "mkdocs.yml")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "mkdocs.yml" in result.output


def test_markdown_places_survive_what_is_hidden() -> None:
    text = Text(
        "---\na: b\n---\n```\n![](x)\n```\n\n[a](b.md 'T') and\n[c]: d.md\n<!--\n\n-->\n![](e)\n"
    )
    assert [tuple(one) for one in text.targets()] == [(8, "b.md"), (13, "e"), (9, "d.md")]
    assert [tuple(one) for one in text.images_without_words()] == [(13, "e")]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024.02.30", "'2024.02.30' is understood as 2024-02, no more: write 2021"),
        ("2020-05/06", "'2020-05/06' is understood as 2020-05, no more: write 2021"),
        ("soonish", "'soonish' is understood as no date: write 2021"),
    ],
)
def test_what_is_understood_of_a_date_is_told(tmp_path: Path, date: str, said: str) -> None:
    (line,) = found(site(tmp_path, f"news: [{{date: {date}, text: x}}]\nprofile: {{name: Ada}}"))
    assert said in line

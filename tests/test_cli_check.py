"""Everything that is wrong, at once and by line; what is mended, and that nothing else is."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_academic import checks
from mkdocs_academic.checks import mending, subject
from mkdocs_academic.checks.finding import SEVERITIES
from mkdocs_academic.checks.markdown import Text
from mkdocs_academic.checks.mend_settings import surely_meant
from mkdocs_academic.cli import main
from mkdocs_academic.cli.check import SHOWN
from mkdocs_academic.site import load_site

from .conftest import ROOT

HEAD = """\
site_name: Ada Example
site_url: https://ada.example.org/
theme: {name: academic}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - academic
"""


def site(
    folder: Path,
    settings: str = "",
    bib: str = "",
    page: str = "# Hi\n",
    head: str = HEAD,
    **files: str,
) -> Path:
    """Write a site; `settings` are those below `extra.academic`, which begin in line 10."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "index.md").write_text(page, "utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    settings = settings or "profile: {name: Ada Example}\n"
    if bib:
        (folder / "papers.bib").write_text(bib, "utf-8")
        settings += "\npublications: papers.bib\n"
    indented = "".join(f"    {line}\n" if line else "\n" for line in settings.splitlines())
    text = f"{head}extra:\n  academic:\n{indented}"
    (folder / "mkdocs.yml").write_bytes(text.encode())
    return folder / "mkdocs.yml"


def check(file: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(file), *options])


def found(file: Path) -> list[str]:
    return [str(one) for one in checks.run(subject.read(file))]


def entry(fields: str = "", author: str = "Example, Ada", kind: str = "article") -> str:
    return f"@{kind}{{one,\n  title = {{One}},\n  author = {{{author}}},\n  {fields}\n}}\n"


FULL = "journal = {J}, year = {2020}, doi = {10.1000/1}"


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


REFUSED = [  # lines of mkdocs.yml, and what is said of them
    ("site_url: www.example.org", "site_url: has no scheme: write https://www.example.org"),
    ("site_url: a/b", "site_url: is no address: write https://…, got 'a/b'"),
    ("site_url: 'https://[x'", "site_url: is no address: write https://…, got 'https://[x'"),
    ("site_url: 3", "site_url: is no text to MkDocs: put quotes around it, got '3'"),
    ("repo_url: github.com/ada/a", "repo_url: has no scheme: write https://github.com/ada/a"),
    ("repo_url: ada/a", "repo_url: is no address: "),
    ("site_name: 2024", "site_name: is no text to MkDocs: put quotes around it, got '2024'"),
    ("site_author: [Ada]", "site_author: should be a text"),
    ("copyright: 2020-01-01", "copyright: is no text to MkDocs: "),
    ("exclude_docs: [a.md]", "exclude_docs: should be a text"),
    ("strict: 'yes'", "strict: should be true or false, got 'yes'"),
    ("use_directory_urls: never", "use_directory_urls: should be true or false, got 'never'"),
    ("extra_css: a.css", "extra_css: should be a list, got 'a.css'"),
    ("extra_javascript: {a: b}", "extra_javascript: should be a list"),
    ("nav: {Home: index.md}", "nav: should be a list"),
    ("theme: {language: en}", "theme: has no name: write {name: academic}"),
    ("theme: [academic]", "theme: should be a mapping: {name: academic}"),
    ("docs_dir: .", "docs_dir: is the folder of mkdocs.yml itself: "),
    ("site_dir: docs", "site_dir: holds the pages, which a build would overwrite"),
    ("site_dir: ./", "site_dir: holds the pages, "),
    ("site_dir: docs/site", "site_dir: lies among the pages: "),
]
TAKEN = [
    *("site_url: https://a.example.org", "site_url: ''", "site_url:", "repo_url: ssh://a/b"),
    *("site_name: '2024'", "copyright: © 2024", "strict: no", "use_directory_urls: off"),
    *("extra_css: []", "nav: [index.md]", "exclude_docs: |\n  a.md", "site_dir: ../x/docs"),
    *("theme: academic", "theme: {name: academic, language: en}", "site_dir: docs2"),
    *("strict: !ENV [NOT_SET, false]", "site_url: !ENV [NOT_SET, 'https://a.b']"),
]


def _with_line(folder: Path, line: str) -> Path:
    key = line.partition(":")[0]
    head = re.sub(rf"(?m)^{key}: .*\n", "", HEAD)
    file = site(folder, head=f"{head}{line}\n")
    (folder / "docs" / "a.md").write_text("# A\n", "utf-8")
    return file


@pytest.mark.parametrize(("line", "said"), REFUSED)
def test_what_mkdocs_refuses_is_told(tmp_path: Path, line: str, said: str) -> None:
    file = _with_line(tmp_path, line)
    assert any(f": mistake: {said}" in one and "[values]" in one for one in found(file)), line
    with pytest.raises((Abort, ValueError)):
        load_config(str(file))


@pytest.mark.parametrize("line", TAKEN)
def test_what_mkdocs_takes_is_not_told(tmp_path: Path, line: str) -> None:
    file = _with_line(tmp_path, line)
    assert not [one for one in found(file) if "mistake" in one]
    load_config(str(file))


def test_values_that_are_inherited_count(tmp_path: Path) -> None:
    (tmp_path / "lab.yml").write_text("site_url: lab.example.org\nstrict: x\n", "utf-8")
    file = site(tmp_path, head=f"INHERIT: lab.yml\n{HEAD}")
    assert found(file) == ["lab.yml:2: mistake: strict: should be true or false, got 'x' [values]"]


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
        {
            "bib": entry(FULL, "Bo Sample"),
            "settings": "profile: {name: A Lab, type: organization}\n",
        },
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


CALLS = """\
---
title: "{{ nobody() }}"
---

# Calls

{{ publications(yer=2020) }}

{{ publications(year="1999") }} and {{ cite("nobody") }}

{{ sections("new") }}

{{ news() }}
{{ publication("one")

{{ publicaton("one") }}
{% raw %}{{ nothing() }}{% endraw %}
{% set mine = publications %}{{ mine() }} {{ range(3) | list }} {{ now() }}
{% for year in [1, 2] %}{{ publications(year=year) }}{% endfor %}
"""


def test_calls_are_made_and_heard(tmp_path: Path) -> None:
    file = site(tmp_path, bib=entry(FULL), page=CALLS)
    told = [line.split(": warning: ") for line in found(file) if line.endswith("[macros]")]
    assert [(place.partition(":")[2], said.removesuffix(" [macros]")) for place, said in told] == [
        ("7", "publications(): yer: unknown option (did you mean 'year'?)"),
        ("9", "publications(): year: no publication is of the year '1999': there are 2020"),
        ("9", "cite(): there is no publication 'nobody'"),
        ("11", "sections(): there is no section 'new'"),
        ("13", "news(): there is no `news:` in extra.academic"),
        ("14", "expected token 'end of print statement', got '{' in {{ publication(\"one\")"),
        ("16", "there is no macro 'publicaton' (did you mean 'publication'?)"),
    ]


@pytest.mark.parametrize(
    "made",
    [
        {"head": HEAD.replace("modules: [mkdocs_academic]", "modules: [mkdocs_academic, own]")},
        {"main.py": "def define_env(env):\n    env.macro(lambda: '', 'newss')\n"},
        {"head": HEAD.replace("- macros: {", "- macros: {render_by_default: false, ")},
        {"page": "---\nrender_macros: false\n---\n{{ newss() }}\n"},
        {"head": HEAD.replace("- macros: {", "- macros: {j2_variable_start_string: '[[', ")},
        {"page": "{% macro newss() %}{% endmacro %}{{ newss() }}\n"},
        {"page": "{% from 'a.md' import newss %}{{ newss() }}\n"},
        # The settings are wrong, and the call may be right.
        {"settings": "profile: {name: Ada}\nnews: {itemz: [a]}\n", "page": "{{ news(limit=1) }}"},
    ],
)
def test_calls_that_may_be_right_are_not_told(tmp_path: Path, made: dict[str, str]) -> None:
    given = {"page": "# Hi\n\n{{ newss() }}\n"} | made
    lines = found(site(tmp_path, **given))
    assert [line for line in lines if line.endswith("[macros]")] == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("publications(layout=cards)", ['cards has no quotes: layout="cards"']),
        ("sections(news, talks)", ['news has no quotes: "news"', 'talks has no quotes: "talks"']),
        ("publications(selected=yes)", ["yes has no quotes: selected=true"]),
        ("publications(keys=[one, 'two'])", ['one has no quotes: "one"']),
        ("publications(groups={'article': Papers})", ['Papers has no quotes: "Papers"']),
        ("publication(smith-2020)", ['smith has no quotes: "smith"']),
        ("people(by=group, level=level)", ['group has no quotes: by="group"']),
    ],
)
def test_forgotten_quotes_are_told(tmp_path: Path, call: str, said: list[str]) -> None:
    page = f"---\ntitle: A\n---\n\n{{% set level = 2 %}}\n\n{{{{ {call} }}}}\n"
    lines = found(site(tmp_path, bib=entry(FULL), page=page))
    name = call.partition("(")[0]
    assert [line for line in lines if line.endswith("[macros]")] == [
        f"docs/index.md:7: warning: {name}(): {one} [macros]" for one in said
    ]


@pytest.mark.parametrize(
    "made",
    [
        {"page": "{% set cards = 'cards' %}{{ publications(layout=cards) }}\n"},
        {"page": "{% for cards in [1] %}{{ publications(layout=cards) }}{% endfor %}\n"},
        {"page": "{% macro a(cards) %}{{ publications(layout=cards) }}{% endmacro %}\n"},
        {"page": "{% from 'a.md' import cards %}{{ publications(layout=cards) }}\n"},
        {"page": "---\ncards: list\n---\n{{ publications(layout=cards) }}\n"},
        {"page": "{{ publications(layout=cards | default('list')) }}\n"},
        {"page": "{{ publications(layout=page.meta.cards, year=config.year, limit=none) }}\n"},
        {"page": "{{ publications(selected=false, citations=True and 1) }}\n"},
        {"main.py": "def define_env(env):\n    env.variables['cards'] = 'list'\n"},
        {"head": HEAD.replace("modules:", "include_yaml: [a.yml], modules:")},
        {"head": HEAD.replace("- search", "- search\n  - meta")},
    ],
)
def test_names_that_are_something_need_no_quotes(tmp_path: Path, made: dict[str, str]) -> None:
    given = {"page": "{{ publications(layout=cards) }}\n", "bib": entry(FULL)} | made
    lines = found(site(tmp_path, **given))
    assert [line for line in lines if line.endswith("[macros]")] == []


def test_a_variable_of_extra_needs_no_quotes(tmp_path: Path) -> None:
    file = site(tmp_path, bib=entry(FULL), page="{{ publications(layout=cards) }}\n")
    file.write_text(file.read_text("utf-8").replace("extra:\n", "extra:\n  cards: list\n"), "utf-8")
    assert [line for line in found(file) if line.endswith("[macros]")] == []


def test_a_mistake_hides_nothing_else(tmp_path: Path) -> None:
    """What is right is checked as if the rest were not there, items with their own numbers."""
    settings = (
        "profile: {name: Ada Example, emial: x}\n"
        "news:\n- [a]\n- {txet: b, image: a.png}\n- {date: someday, text: c}\n"
        "honors: {limit: many, items: h.yml}\n"
        "reading: {like: nothing}\n"
        "sections: [news, nothing, honors]\n"
    )
    (tmp_path / "h.yml").write_text("- {title: x, url: gone.pdf}\n- {titel: y}\n", "utf-8")
    lines = found(site(tmp_path, settings, entry("pdf = {a.pdf}, year = {2020}, journal = {J}")))
    assert [line.split(": ")[0] + line[line.rindex(" ") :] for line in lines] == [
        "h.yml:2 [settings]",
        "mkdocs.yml:10 [settings]",
        "mkdocs.yml:12 [settings]",
        "mkdocs.yml:13 [settings]",
        "mkdocs.yml:15 [settings]",
        "mkdocs.yml:16 [settings]",
        "mkdocs.yml:17 [settings]",
        "h.yml:1 [site]",
        "mkdocs.yml:13 [site]",
        "mkdocs.yml:14 [dates]",
        "papers.bib:1 [site]",
    ]


def test_what_is_not_there_is_told_once_and_gravely(tmp_path: Path) -> None:
    settings = (
        "profile: {name: Ada Example}\npages: selekted\n"
        "publications:\n  bibliography: gone.bib\n  overlay: gone.yml\n"
    )
    head = HEAD.replace("name: academic}", "name: academic, custom_dir: gone}")
    file = site(tmp_path, settings, head=head)
    where = "mistake: extra.academic."
    assert found(file) == [
        "mkdocs.yml:3: mistake: theme.custom_dir: there is no folder 'gone' [required]",
        f"mkdocs.yml:11: {where}pages: should be 'yes', 'selected' or 'no', got 'selekted'"
        " [settings]",
        f"mkdocs.yml:13: {where}publications.bibliography.0: there is no file 'gone.bib'"
        " [settings]",
        f"mkdocs.yml:14: {where}publications.overlay: there is no file 'gone.yml' [settings]",
    ]


def test_a_missing_bibliography_does_not_stop_a_build(tmp_path: Path) -> None:
    built = load_site(site(tmp_path, "publications: {bibliography: gone.bib}"))
    assert (built.mistakes, len(built.warnings)) == ((), 1)


def test_what_stands_in_data_files_has_their_lines(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "p.yml").write_text(
        "- {title: X, author: Ada Example, year: 2020, doi: 10.1000/1, venue: J}\n"
        "- {title: T, author: Bo Other, venue: J}\n",
        "utf-8",
    )
    (tmp_path / "data" / "n.yml").write_text("- a\n- {date: someday, text: b}\n", "utf-8")
    settings = (
        "profile: {name: Ada Example}\npublications: {entries: data/p.yml}\nnews: data/n.yml\n"
    )
    lines = found(site(tmp_path, settings))
    assert [line.split(": ")[0] + line[line.rindex(" ") :] for line in lines] == [
        "data/n.yml:2 [dates]",
        "data/p.yml:2 [year]",
        "data/p.yml:2 [authors]",
        "data/p.yml:2 [link]",
    ]


def test_every_language_is_checked(tmp_path: Path) -> None:
    file = site(tmp_path, "profile: {name: A}")
    i18n = (
        "  - i18n:\n      languages:\n        - {locale: en, default: true}\n"
        "        - locale: de\n          extra: {academic: {news: [{txet: x}]}}\n"
    )
    file.write_text(
        file.read_text("utf-8").replace("  - academic\n", f"{i18n}  - academic\n"), "utf-8"
    )
    assert [line for line in found(file) if "txet" in line and line.startswith("mkdocs.yml:11: ")]


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


@pytest.mark.parametrize(
    ("made", "plain", "strict"),
    [
        ({"settings": "profil: x"}, 1, 1),
        ({"page": "[x](y.md)\n"}, 0, 1),
        ({"bib": entry("year = 2020, journal = {J}")}, 0, 0),
        ({}, 0, 0),
    ],
)
def test_exit_status(tmp_path: Path, made: dict[str, str], plain: int, strict: int) -> None:
    file = site(tmp_path, **made)
    assert check(file).exit_code == plain
    assert check(file, "--strict").exit_code == strict
    assert check(file, "--json").exit_code == plain


def test_checks_can_be_left_out(tmp_path: Path) -> None:
    file = site(tmp_path, page="[x](y.md)\n")
    assert check(file, "--strict", "--ignore", "links").exit_code == 0
    wrong = check(file, "--ignore", "link s")
    assert wrong.exit_code == 2
    assert "There is no check 'link s' (did you mean 'links'?)" in wrong.output


def test_a_missing_file_says_where_to_go(tmp_path: Path) -> None:
    result = check(tmp_path / "mkdocs.yml")
    assert result.exit_code == 2
    assert "make a site: mkdocs-academic new my-site" in " ".join(result.output.split())


def test_many_notes_are_summed_up(tmp_path: Path) -> None:
    many = "".join(
        entry("journal = {J}, year = 2020").replace("one", f"k{i}").replace("One", f"Title {i}x{i}")
        for i in range(SHOWN + 3)
    )
    file = site(tmp_path, bib=many)
    short, whole = check(file).output, check(file, "--all").output
    assert short.count("leads nowhere") == SHOWN
    assert "… and 3 more notes like these [link]: --all prints them" in short
    assert whole.count("leads nowhere") == SHOWN + 3


def test_many_warnings_of_one_kind_are_summed_up(tmp_path: Path) -> None:
    missing = "".join(f"[x](gone{i}.md)\n\n" for i in range(SHOWN + 3))
    file = site(tmp_path, page=f"{missing}![](a.png)\n")
    short, whole = check(file).output, check(file, "--all").output
    assert short.count("there is no file 'gone") == SHOWN
    assert short.count("there is no file 'a.png'") == 0  # it is like those
    assert "has no alternative text" in short
    assert "… and 4 more warnings like these [links]: --all prints them" in short
    assert whole.count("there is no file ") == SHOWN + 4


def test_warnings_of_one_check_that_differ_are_all_told(tmp_path: Path) -> None:
    bib = "".join(
        entry(f"{FULL}, pdf = {{p{i}.pdf}}").replace("one", f"k{i}").replace("/1", f"/{i}")
        for i in range(SHOWN + 1)
    )
    settings = "profile: {name: Ada Example}\ntalks: [{title: T, papers: nobody}]\n"
    output = check(site(tmp_path, settings, bib)).output
    assert "… and 1 more warning like this [site]" in output
    assert "there is no publication 'nobody'" in output


def test_json_is_what_the_manual_shows(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    shown: dict[str, Any] = json.loads(re.findall(r"^```json\n(.*?)^```$", page, re.M | re.S)[0])
    file = site(tmp_path, "profile:\n  name: A\n\n\n  roel: x\n")
    report = json.loads(check(file, "--json").stdout)
    assert report == shown
    assert set(report["counts"]) == set(SEVERITIES)


# What is mended: before, after; everything else in the file stays, byte by byte.
MENDED = [
    ("profile: {name: Ada Example, roel: x}", "roel: x", "role: x"),
    ("profile:\n  nmae: 'Ada'   # me, nmae\n", "nmae: 'Ada'", "name: 'Ada'"),
    ('news:\n-  "txet": b  # c\n', '"txet"', '"text"'),
    ("reading: {like: news, itmes: [a]}", "itmes", "items"),
    ("reading: {like: nws, items: [a]}", "nws", "news"),
    ("news: {order: 'newst', items: [a]}", "newst", "newest"),
    ("sections: [news, honours]\nhonors: [a]", "honours", "honors"),
    ("honours: [a]", "honours", "honors"),
    ("profile: {name: A, links: {githb: ada}}", "githb", "github"),
    ("talks:\n- {title: x, url: www.example.org/x}", "www.", "https://www."),
    ('talks:\n- title: x\n  links: {pdf: "example.org/x.pdf"}', "example.org/x", "https://example.org/x"),
    ("news: [{date: 2024-02-30, text: x}]", "2024-02-30", '"2024-02-30"'),
    ("news:\n- !important \"news\"", '!important "news"', '!important "news"'),
    ("news:\n- !important news", "!important news", '"!important news"'),
    ("news:\n- date: 2020\n  text: Two papers: one", "Two papers: one", '"Two papers: one"'),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "wrong", "right"), MENDED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_settings_are_mended_and_nothing_else(
    tmp_path: Path, settings: str, wrong: str, right: str, ends: str, mark: bytes
) -> None:
    file = site(tmp_path, settings, head=f"# é 中 comment:\t\n{HEAD}\n\n")
    before = mark + file.read_bytes().replace(b"\n", ends.encode()) + b"# the end, no newline"
    file.write_bytes(before)
    mending.mend(file)
    place = before.index(wrong.encode())
    after = before[:place] + right.encode() + before[place + len(wrong.encode()) :]
    assert file.read_bytes() == after
    assert mending.mend(file) == []


@pytest.mark.parametrize(
    "settings",
    [
        "profile: {name: A, rl: x}",  # two letters off
        "publications: [{title: T, dat: x}]",  # date or data
        "profile: {name: A, nam: B}",  # is there already
        "profile: {name: A, links: {zzzz: ada}}",
        "news: [{date: someday, text: x}]",
        "news: {order: old, items: [a]}",
        "news:\n- text: Two: papers # one: here",
        "news:\n- Two papers: one here",
        "news:\n- text: a: b\n    and more",
        "news:\n\t- x",
        "look: pink",
        "citations: {total: 5}",
    ],
)
def test_what_is_not_sure_stays(tmp_path: Path, settings: str) -> None:
    file = site(tmp_path, settings)
    before = file.read_bytes()
    assert mending.mend(file) == []
    assert file.read_bytes() == before


BIB = """\
% a comment, with é: @nothing
@string{j = "Journal"}
@article{one,
  title = {One}
  author = "Example, Ada",
  year = 2020 journal = j,
  year = 2020,
  note = {a},  note = {b}
}

@article{two
  title = {Two}, title = {Two},
  author = {Example, Ada}, year = 2021
}
free text
"""
MENDED_BIB = """\
% a comment, with é: @nothing
@string{j = "Journal"}
@article{one,
  title = {One},
  author = "Example, Ada",
  year = 2020, journal = j,
  note = {a},  note = {b}
}

@article{two,
  title = {Two},
  author = {Example, Ada}, year = 2021
}
free text
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_bibliographies_are_mended_and_nothing_else(tmp_path: Path, ends: str, mark: str) -> None:
    file = site(tmp_path, bib="x")
    bib = tmp_path / "papers.bib"
    bib.write_bytes((mark + BIB.replace("\n", ends)).encode())
    entries = [one.entry.fields for one in subject.read(file).site.publications if one.entry]
    mending.mend(file)
    assert bib.read_bytes().decode() == mark + MENDED_BIB.replace("\n", ends)
    assert [
        one.entry.fields for one in subject.read(file).site.publications if one.entry
    ] == entries
    assert mending.mend(file) == []


NOTED = """\
@string{pub = "House"}
@article{one,
  title = {One}, year = 2020, year = {2020},
  year = "2020",
  publisher = pub,
  publisher = "House", publisher = {pub},
  note = {A  long
          note}, note = {{A} long note},
  url = {www.example.org/a_b},  % mine
  pdf = " example.org/~x/a.pdf",
  code = \\url{www.example.org},
  website = {files/example.pdf},
  isbn = {}, isbn = {1}, isbn = 1, doi = {}, doi = {},
  slides = {example.org/a} # {b},
}
@article{two, title = {www.example.org}, year = 2020, crossref = {three}, note = {x.org/a}}
@proceedings{three, title = {Three}, url = {a.example.org/b}, editor = {E. Ditor}}
@misc{four, title = {Four}, url = {\\url{a.example.org/b}}}
"""
MENDED_NOTED = """\
@string{pub = "House"}
@article{one,
  title = {One}, year = 2020,
  publisher = pub,
  publisher = {pub},
  note = {A  long
          note}, note = {{A} long note},
  url = {https://www.example.org/a_b},  % mine
  pdf = " https://example.org/~x/a.pdf",
  code = \\url{www.example.org},
  website = {files/example.pdf},
  isbn = {}, isbn = {1}, doi = {}, doi = {},
  slides = {https://example.org/a} # {b},
}
@article{two, title = {www.example.org}, year = 2020, crossref = {three}, note = {x.org/a}}
@proceedings{three, title = {Three}, url = {a.example.org/b}, editor = {E. Ditor}}
@misc{four, title = {Four}, url = {\\url{https://a.example.org/b}}}
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_notations_and_addresses_are_mended(tmp_path: Path, ends: str, mark: str) -> None:
    file = site(tmp_path, bib="x")
    bib = tmp_path / "papers.bib"
    bib.write_bytes((mark + NOTED.replace("\n", ends)).encode())
    mending.mend(file)
    assert bib.read_bytes().decode() == mark + MENDED_NOTED.replace("\n", ends)
    assert mending.mend(file) == []


@pytest.mark.parametrize(
    "text", ["@article{a, title = {x\n}\n", "@article{a, title = x y, year = 1\n}"]
)
def test_a_broken_entry_stays(tmp_path: Path, text: str) -> None:
    file = site(tmp_path, bib=text)
    assert mending.mend(file) == []


def test_a_file_in_another_encoding_stays(tmp_path: Path) -> None:
    file = site(tmp_path, bib="x")
    (tmp_path / "papers.bib").write_bytes(BIB.encode("latin-1"))
    assert mending.mend(file) == []


def test_the_address_of_the_site_gets_its_scheme(tmp_path: Path) -> None:
    head = HEAD.replace("https://ada", "'ada").replace("org/", "org/' # é")
    (tmp_path / "lab.yml").write_text("repo_url: github.com/ada/x\nsite_url: b.org\n", "utf-8")
    file = site(tmp_path, head=f"INHERIT: lab.yml\n{head}")
    before = file.read_bytes()
    assert {one.file.name for one in mending.mend(file)} == {"mkdocs.yml", "lab.yml"}
    assert file.read_bytes() == before.replace(b"'ada.", b"'https://ada.")
    lab = (tmp_path / "lab.yml").read_text("utf-8")
    assert lab == "repo_url: https://github.com/ada/x\nsite_url: b.org\n"  # nobody reads it
    assert found(file) == []


def test_files_that_are_named_and_inherited_are_mended(tmp_path: Path) -> None:
    (tmp_path / "lab.yml").write_text("extra: {academic: {profile: {nmae: A}}}\n", "utf-8")
    (tmp_path / "n.yml").write_text("- txet: x\n", "utf-8")
    file = site(tmp_path, "news: n.yml", head="INHERIT: lab.yml\n" + HEAD)
    result = check(file, "--fix")
    assert result.exit_code == 0
    assert result.output == (
        "lab.yml:1\n"
        "- extra: {academic: {profile: {nmae: A}}}\n"
        "+ extra: {academic: {profile: {name: A}}}\n"
        "n.yml:1\n- - txet: x\n+ - text: x\n"
        "Nothing is wrong.\n"
    )


def test_fix_in_json_names_the_files(tmp_path: Path) -> None:
    file = site(tmp_path, "profile: {nmae: A}")
    assert json.loads(check(file, "--json").stdout)["fixable"] == 1
    report = json.loads(check(file, "--json", "--fix").stdout)
    assert (report["mended"], report["fixable"], report["problems"]) == (["mkdocs.yml"], 0, [])


def test_a_clean_site_is_not_touched(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "docs"):
        source = ROOT / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(
            source, tmp_path
        )
    before = {one: one.stat().st_mtime_ns for one in tmp_path.rglob("*")}
    assert mending.mend(tmp_path / "mkdocs.yml") == []
    assert {one: one.stat().st_mtime_ns for one in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("nmae", ["name", "aliases"], "name"),
        ("max-authors", ["max_authors"], "max_authors"),
        ("Title", ["title"], "title"),
        ("dat", ["date", "data"], ""),
        ("xy", ["xyz"], ""),
        ("text", ["title"], ""),
        ("honours", ["honors"], "honors"),
    ],
)
def test_surely_meant(word: str, known: list[str], meant: str) -> None:
    assert surely_meant(word, known) == meant


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

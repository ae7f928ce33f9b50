"""The calls of macros on pages are made, and heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from .sites import FULL, HEAD, entry, found, site

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


def test_texts_of_settings_cite_what_is_there(tmp_path: Path) -> None:
    text = "Out [@example2019], [@somebody], `[@a1]`, ada@example.org"
    settings = f"profile: {{name: Ada Example}}\nnews:\n- {{date: 2020, text: '{text}'}}\n"
    file = site(tmp_path, settings, bib=entry(FULL))
    told = [line for line in found(file) if line.endswith("[macros]")]
    assert told == [
        "mkdocs.yml:12: warning: extra.academic.news.items.0.text: [@example2019]: "
        "there is no publication 'example2019' [macros]"
    ]


@pytest.mark.parametrize(
    "made",
    [
        {"head": HEAD.replace("modules: [mkdocs_academic]", "modules: [mkdocs_academic, own]")},
        {"main.py": "def define_env(env):\n    env.macro(lambda: '', 'newss')\n"},
        {"head": HEAD.replace("- macros: {", "- macros: {render_by_default: false, ")},
        {"page": "---\nrender_macros: false\n---\n{{ newss() }}\n"},
        {"head": HEAD.replace("- macros: {", "- macros: {j2_variable_start_string: '[[', ")},
        {"head": HEAD.replace("- search", "- search\n  - table-reader")},
        {"head": f"{HEAD}hooks: [own.py]\n"},
        {"page": "--- \nrender_macros: no\n--- \n{{ newss() }} {{ newss( }}\n"},
        {"page": "---\ntitle: A\nrender_macros: 0\n...\n{{ newss() }}\n"},
        {"page": "{% if newss is defined %}{{ newss() }}{% endif %}\n"},
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
    ("made", "line"),
    [
        ({"page": "title: A\nrender_macros: no\n\n{{ newss() }}\n"}, 4),  # a text, not a switch
        ({"page": "---\nrender_macros: 'no'\n---\n{{ newss() }}\n"}, 4),
        ({"page": "---  \ntitle: '{{ newss() }}'\n...\n\n\n{{ newss() }}\n"}, 6),
        ({"page": "---\n[a, b\n---\n{{ newss() }}\n"}, 4),
        ({"page": "# A {#a}\n\n{{ newss('{#b}') }} {#c}\n"}, 3),
        (
            {
                "head": HEAD.replace("- macros: {", "- macros: {render_by_default: false, "),
                "page": "---\nrender_macros: yes\n---\n\n{{ newss() }}\n",
            },
            5,
        ),
        ({"head": HEAD.replace("- search", "- academic/search\n  - blog\n  - rss")}, 3),
    ],
)
def test_pages_are_read_as_mkdocs_reads_them(
    tmp_path: Path, made: dict[str, str], line: int
) -> None:
    given = {"page": "# Hi\n\n{{ newss() }}\n"} | made
    assert [one for one in found(site(tmp_path, **given)) if one.endswith("[macros]")] == [
        f"docs/index.md:{line}: warning: there is no macro 'newss' (did you mean 'news'?) [macros]"
    ]


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
        {"page": "{% if cards is defined %}{{ publications(layout=cards) }}{% endif %}\n"},
        {"page": "{% if cards %}{{ publications(layout=cards) }}{% endif %}\n"},
        {"page": "{{ publications(layout=cards if cards is defined else 'list') }}\n"},
        {"page": "{{ publications(layout=[cards] if cards else 'list') }}\n"},
        {"page": "{{ cards | d('') }}{{ publications(layout=cards) }}\n"},
        {"page": "cards: list\n\n{{ publications(layout=cards) }}\n"},
        {"page": "--- \n cards: list\n...\n{{ publications(layout=cards) }}\n"},
        {"head": HEAD.replace("- search", "- search\n  - table-reader")},
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

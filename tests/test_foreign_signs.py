"""What LaTeX and Markdown write with the signs of Jinja stays; what is Jinja's is calculated."""

from __future__ import annotations

import time

import pytest
from jinja2 import Environment

from mkdocs_academic import foreign_signs


def shown(text: str, env: Environment | None = None) -> str:
    env = env or Environment()
    kept = foreign_signs.kept(text, env)
    assert kept.count("\n") == text.count("\n")
    return env.from_string(kept).render(say=lambda *args, **options: str(args or options))


@pytest.mark.parametrize(
    "text",
    [
        r"$10^{{12}}$, $A_{{-1}}$, $p_{{1,2}}$, $x^{{ 1 + 1 }}$, $\frac{{1}}{{2}}$",
        "$$\nx^{{2}}\n{{1}}\n$$",
        r"\(10^{{12}}\) and $ x_{{1}} $ and 10^{{-3}} m",
        r"\$5 for $x^{{2}}$",
        "$1{{,}}000$",
        "# Head {#top}\n\n$f{#1}$ and {#a.b-c} and {#fig:1}",
    ],
)
def test_formulas_and_ids_stay(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("${{ 20 * 2 }} at the door, ${{ 15 * 2 }} later", "$40 at the door, $30 later"),
        ("${{ 3*4 }} or $x^{{2}}$", "$12 or $x^{{2}}$"),
        ("(${{ 3 * 4 }}/${{ 5 }})", "($12/$5)"),
        ("US${{ 20 }}–${{ 30 }} _{{ 2 * 3 }}_ 2^{{ 2 * 2 }}^", "US$20–$30 _6_ 2^4^"),
        ("{# a comment {#x} with an id #}{#- c -#}{#no id#}Y {#z}", "Y {#z}"),
        ("{% raw %}$10^{{12}}$ {#fig}{% endraw %} {{ 6 * 7 }}", "$10^{{12}}$ {#fig} 42"),
        ("$x {% raw %}{{2}}{% endraw %} y^{{2}}$", "$x {{2}} y^{{2}}$"),
    ],
)
def test_what_is_jinjas_is_read(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('say(title="News {#b}")', "{'title': 'News {#b}'}"),
        ("say('it\\'s {#b}')", '("it\'s {#b}",)'),
        ('say(\n  "}}",\n  title="{#b}")', "('}}',)"),
        ('say({"a": {"b": 1}}, "{#b}")', "({'a': {'b': 1}}, '{#b}')"),
        ('say("$10^{{12}}$")', "('$10^{{12}}$',)"),
        ('say("US$ {#b}")', "('US$ {#b}',)"),
    ],
)
@pytest.mark.parametrize("around", ["{} {{#c}}", "{{#c}} $5, {} $x^{{{{2}}}}$"])
def test_texts_in_calls_stay(call: str, said: str, around: str) -> None:
    assert shown(around.format(f"{{{{ {call} }}}}")) == around.format(said)


def test_texts_in_statements_stay() -> None:
    assert shown('{% set t = "a {#b} %}" %}{{ t }} {#c}') == "a {#b} %} {#c}"


def test_who_has_other_signs_needs_nothing() -> None:
    assert shown("{#a} {{1}} [[ 1 + 1 ]]", Environment("<%", "%>", "[[", "]]", "[#", "#]")) == (
        "{#a} {{1}} 2"
    )


@pytest.mark.parametrize(
    "part", ["{{ x }} ", "{{ ", "{{ { ", "{% ", '{{ "', "$ ", "$a {{ b }}\n", "$$ {{ b }}"]
)
def test_no_page_takes_long(part: str) -> None:
    text = f"$a{part * 3000} {{#a}} {{{{1}}}}"
    begin = time.process_time()
    foreign_signs.kept(text, Environment())
    assert time.process_time() - begin < 1

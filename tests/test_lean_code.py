"""Our code for the list of papers: the same page as by Jinja's own, and nothing new for users."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.runtime import LoopContext
from markupsafe import Markup, escape

from mkdocs_academic import render
from mkdocs_academic.lean_code import LeanCode, escaped, looped

from .pages import rendered, warnings_of

PAPERS = """
@article{a<b, title = {On \\emph{graphs} \\& 100\\% "trees"}, author = {Ada First and Bo Second and
  Cy Third and Ming Zhang}, journal = {Notes}, year = 2024, month = may, volume = 3, abstract = {An
  abstract of $x < y$.}, doi = {10.1000/182}, code = {https://example.org/?a=1&b=2},
  keywords = {one, "two" \\& three}, tags = {CCF-A}, award = {Best {P}aper}, note = {It's short},
  primaryclass = {cs.LG}}
@inproceedings{b, title = {Second}, author = {Ming Zhang and others}, booktitle = {Proceedings},
  abbr = {CONF'24}, year = 2024, status = {to appear}, preview = {teaser.png}, pdf = {b.pdf},
  author+an = {1=equal}}
@misc{c, title = {Third}, author = {Ada First and Ming Zhang}}
"""
SETTINGS = {
    "profile": {"name": "Ming Zhang"},
    "people": {"ada": {"name": "Ada First"}},
    "citations": {"papers": {"b": 12}},
    "publications": {
        "bibliography": "papers.bib",
        "entries": ["An item *as written*, 2019"],
        "legend": {"equal": "contributed as much"},
        "filters": True,
    },
}
CALLS = (
    "publications()",
    "publications(layout='cards', max_authors=1)",
    "publications(layout='abstracts', overview=True)",
    "publications(group_by='type', filters=False, citations=False)",
    "publications(year='1900')",
)


@pytest.fixture(autouse=True)
def environments() -> Iterator[None]:
    """Have each test compile its templates itself."""
    render._environment.cache_clear()
    yield
    render._environment.cache_clear()


def shown(folder: Path, call: str) -> str:
    (folder / "papers.bib").write_text(PAPERS, "utf-8")
    return rendered(folder, SETTINGS, f"{{{{ {call} }}}}")[0]


@pytest.mark.parametrize("call", CALLS)
def test_it_is_what_jinja_makes_of_it(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = shown(tmp_path, call)
    render._environment.cache_clear()
    monkeypatch.setattr(LeanCode, "_is_lean", False)
    monkeypatch.setattr("mkdocs_academic.compiled.byte_code", lambda: None)
    assert shown(tmp_path, call) == ours
    assert "acad-publications" in ours


def test_only_the_list_is_lean(tmp_path: Path) -> None:
    environment = render._environment(render.OwnTemplates((), ()))
    folder = Path(render.__file__).parent / "templates"
    for name, is_lean in (("publications.html", True), ("publication.html", False)):
        source = (folder / name).read_text("utf-8")
        code = environment.compile(source, name, str(folder / name), raw=True)
        assert ("escaped(" in code) is is_lean
        elsewhere = environment.compile(source, name, str(tmp_path / name), raw=True)
        assert "escaped(" not in elsewhere


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a user's part, which stands in for ours."""
    part = tmp_path / "parts" / "author.html"
    part.parent.mkdir()
    templates = render.OwnTemplates((tmp_path,), ((str(part), 0),))
    monkeypatch.setattr(render, "own_templates", lambda _: templates)
    return part


def test_a_part_of_the_user_s_knows_all_of_the_loop(own: Path, tmp_path: Path) -> None:
    own.write_text(
        "[{{ loop.index0 }} of {{ loop.length }}: {{ author.name.full }}"
        "{{ ' last' if is_last }}{{ t.others if loop.nextitem is undefined }}]",
        "utf-8",
    )
    html = shown(tmp_path, "publications()")
    assert "[0 of 4: Ada First][1 of 4: Bo Second][2 of 4: Cy Third]" in html
    assert "[3 of 4: Ming Zhang lastet al.]" in html


@pytest.mark.parametrize("wrong", ["author.nme.full", "athor.name"])
def test_a_mistake_of_the_user_s_has_file_and_line(
    wrong: str, own: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own.write_text(f"\n\n{{{{ {wrong} }}}}", "utf-8")
    assert 'role="alert"' in shown(tmp_path, "publications()")
    said = warnings_of(caplog.records)[-1]
    assert f"{own}:3: " in said
    assert wrong.split(".")[wrong.count(".") - 1] in said


TEXTS = ["", "a", "a & b", "<", "a>b", 'say "x"', "it's", "漢字", "\n", "100%", "&amp;"]


@pytest.mark.parametrize("value", [*TEXTS, *map(Markup, TEXTS), 7, None, True, 2.5, ("<",)])
def test_what_is_escaped(value: object) -> None:
    assert escaped(value) == escape(value)
    assert isinstance(escaped(value), str)


def test_what_is_not_there_is_not_shown() -> None:
    with pytest.raises(UndefinedError):
        escaped(StrictUndefined(name="x"))


@pytest.mark.parametrize("values", [(), ("a",), ["a", "b", "a"]])
def test_loops(values: list[str]) -> None:
    wanted = [(one, loop.index, loop.last) for one, loop in LoopContext(values, StrictUndefined)]
    assert [(one, loop.index, loop.last) for one, loop in looped(values, None)] == wanted


def test_expressions_that_our_list_does_not_need_yet() -> None:
    """A part that is written tomorrow must not mean something else in lean code."""
    source = (
        "{% set x %}<{{ a.upper() }}>{% endset %}100 %s %% {{ x }}{{ d['k'][1:] }}"
        "{{ d.get('z', a) }}"
        "{% for p, q in pairs if q %}{{ loop.index }}{{ p ~ q }}{{ '' if loop.last else ';' }}"
        "{% else %}none{% endfor %}{{ number(one=2) }}{{ a | safe }}{{ 'a' < 'b' }}{{ -n }}"
    )
    given = {"a": "<i>&", "d": {"k": "xyz"}, "pairs": [("p", 0), ("q", 1)], "n": 3}
    made = []
    for lean in ((), ("t.html",)):
        environment = Environment(loader=DictLoader({"t.html": source}), autoescape=True)
        environment.code_generator_class = LeanCode
        environment.extend(lean=lean)
        code = environment.compile(source, "t.html", "t.html")
        template = environment.template_class.from_code(environment, code, {})
        made.append(template.render(given, number=lambda one: one))
    assert made[0] == made[1]

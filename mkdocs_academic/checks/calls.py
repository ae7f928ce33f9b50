"""Checks of the macro calls on pages: each is made, as far as it can be read, and its say heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, nodes

from .. import cited_text, mistyped, misused
from ..cited_text import Mark
from ..engine import Settled
from ..fragment import Fragment
from ..macros import Macro, Macros
from ..place import Place
from ..problems import Problem
from ..sections.base import SWITCH
from ..synonyms import option_meant
from . import bare_names, known_names
from .configuration import named
from .markdown import Page, Text
from .subject import Subject


def mistaken(subject: Subject) -> Iterator[Problem]:
    """Tell of calls that cannot be read, that nobody knows, and of what the others warn of."""
    plugins = named(subject.config.get("plugins"))
    if "macros" not in plugins:
        return
    options = plugins["macros"]
    environment = Environment(
        **{
            key.removeprefix("j2_"): value
            for key, value in options.items()
            if key.startswith("j2_") and key.endswith("_string") and value
        }
    )
    by_default = SWITCH.get(str(options.get("render_by_default", "yes")).lower(), True)
    known = known_names.called(subject, options)
    variables = known_names.variables(subject, options)
    for page in subject.pages:
        said = page.options.get("render_macros")
        if bool(said) if said in (True, False) else by_default:  # as mkdocs-macros compares it
            names = None if variables is None else variables.union(page.options)
            lines = page.markdown.split("\n")
            found = _of_page(environment, lines, subject, page, known, names)
            for line, message in (*found, *_of_citations(page.text, subject)):
                yield Problem(page.shown, line, "", message)
    for path, text in subject.texts:
        for _, message in _of_citations(Text(text), subject) if "@" in text else ():
            yield subject.given.problem(path, message)


def _of_citations(text: Text, subject: Subject) -> Iterator[tuple[int, str]]:
    """Tell of papers that nobody knows in `[@key]`."""
    known = {*subject.site.papers, *subject.site.also}
    for line, written in text.citations():
        mark = Mark(cited_text.parsed(written[1:-1]), written)
        yield from ((line, said) for said in cited_text.unknown(mark, known))


def _of_page(
    environment: Environment,
    lines: list[str],
    subject: Subject,
    page: Page,
    known: frozenset[str] | None,
    names: frozenset[str] | None,
) -> Iterator[tuple[int, str]]:
    odd = mistyped.as_text(lines, environment, environment.parse)
    if odd is None:
        yield 1, "so much is wrong with its calls that none can be read"
        return
    yield from ((at + 1, said) for at, said in odd.items())
    read = environment.parse("\n".join(lines))
    engine = _Listener(subject, page)
    table = Macros(subject.site, engine).table()
    own = {one.name for one in read.find_all(nodes.Macro)}  # of the page
    own |= {one.name for one in read.find_all(nodes.Name) if one.ctx != "load"}
    asked = bare_names.asked(read)
    is_imported = next(read.find_all((nodes.Import, nodes.FromImport)), None)
    for shown in (one for output in read.find_all(nodes.Output) for one in output.nodes):
        if isinstance(shown, nodes.Name) and shown.name in table.keys() - own:
            yield shown.lineno, f"{shown.name} is a macro: write {{{{ {shown.name}() }}}}"
    for call in read.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        if name in table.keys() - own:
            if names is not None and not is_imported:
                said = bare_names.told(call, names | own | asked)
                yield from ((call.lineno, f"{name}(): {one}") for one in said)
            if not subject.mistakes:  # without these, it may be right
                yield from ((call.lineno, said) for said in _said(call, table[name], engine))
        elif name and known is not None and not is_imported and name not in known | own | asked:
            yield call.lineno, f"there is no macro {name!r}{option_meant(name, table)}"


def _said(call: nodes.Call, macro: Macro, engine: _Listener) -> list[str]:
    """Make a call, unless it is made of what only a build knows; return what it warns of."""
    if call.dyn_args or call.dyn_kwargs:
        return []
    try:
        args = [one.as_const() for one in call.args]
        options = {one.key: one.value.as_const() for one in call.kwargs}
    except nodes.Impossible:
        return []
    engine.warnings.clear()
    assert isinstance(call.node, nodes.Name)
    try:
        macro(*args, **options)
    except Exception as error:  # as in a build, where it becomes a warning
        engine.warnings.append(f"{call.node.name}(): {misused.said(error, macro) or error}")
    return list(engine.warnings)


class _Listener:
    """An engine that builds nothing and hears what the macros warn of."""

    def __init__(self, subject: Subject, page: Page) -> None:
        self.warnings: list[str] = []
        self._subject = subject
        self._place = Place("", subject.site.directory_urls, page.uri)
        self._shown: set[str] = set()

    def place(self) -> Place:
        return self._place

    def lay_by(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        return [b"" for _ in pieces]

    def emit(self, fragment: Fragment) -> str:
        return ""

    def heading(self, level: int, text: str, name: str) -> str:
        return ""

    def makes_pages(self) -> bool:
        return "academic" in named(self._subject.config.get("plugins"))

    def has_file(self, source: str) -> bool:
        return (self._subject.docs / source).is_file()

    def is_new(self, key: str) -> bool:
        is_new = key not in self._shown
        self._shown.add(key)
        return is_new

    def cite(self, mark: Mark, settled: Settled) -> str:
        return ""

    def note(self, key: str, value: object) -> None:
        pass

    def warn(self, message: str) -> None:
        self.warnings.append(message)

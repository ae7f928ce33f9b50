"""The macros as pages call them: what one did on a page in the last build, it does again."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from . import cited_text
from .build import Build
from .cited_text import Mark
from .fragment import Fragment
from .place import Place

if TYPE_CHECKING:
    from .macros import Macros
    from .pluglet import MacrosEnvironment
    from .site import Site

log = logging.getLogger("mkdocs.plugins.mkdocs_academic")


class Done(NamedTuple):
    """What a macro did on a page, to be done again."""

    text: str
    kept: list[tuple[Any, ...]]  # tokens and fragments
    ids: list[str]
    notes: list[tuple[str, Any]]
    warnings: list[str]


class Calls:
    """The macros as pages call them: what one did on a page in the last build, it does again."""

    def __init__(self, build: Build, engine: MacrosEnvironment) -> None:
        self._build = build
        self._engine = engine
        self._told: set[tuple[Place, str]] = set()  # citations of papers that nobody knows

    def table(self) -> dict[str, Callable[..., str]]:
        """Return the macros by name."""
        named = self._build.ask(
            "macros", lambda _: [(name, one.__doc__) for name, one in self._macros.items()]
        )
        return {name: self._call(name, said) for name, said in named}

    @cached_property
    def _site(self) -> Macros:
        from .macros import Macros  # here, for it loads all that reads a site

        return Macros(self._build.site, self._engine)

    @cached_property
    def _macros(self) -> Mapping[str, Callable[..., str]]:
        return self._site.table()

    def settled(self, said: Sequence[str], page: Any = None) -> list[str]:
        """Return HTML for what stands in the marks of a page, of that being built or another."""
        marks = list(map(cited_text.read, said))
        with self._engine.on(page):
            texts = self._done(f"settled{said!r}", lambda: json.dumps(self._site.settled(marks)))
        found: list[str] = json.loads(texts)
        return found

    def knows(self, mark: Mark, page: Any = None) -> bool:
        """Tell whether the site has all papers of a citation; say once on a page which it has not.

        What is no citation after all stays as it is written.
        """
        with self._engine.on(page):
            where = (self._engine.place(), mark.written)
            if where not in self._told:
                self._told.add(where)
                for said in cited_text.unknown(mark, self._keys):
                    line = self._engine.line_of(mark.written)
                    self._engine.warn(f"line {line}: {said}" if line else said)
        return all(one.key in self._keys for one in mark.papers)

    @cached_property
    def _keys(self) -> frozenset[str]:
        asked = self._build.ask("keys", lambda site: sorted({*site.papers, *site.also}))
        return frozenset(asked)

    def mistake(self, said: str) -> str:
        """Show and log what is wrong at this place of the page."""
        self._engine.warn(said)
        return self._engine.emit(Fragment.box(said))

    def _call(self, name: str, said: str | None) -> Callable[..., str]:
        def call(*args: Any, **options: Any) -> str:
            called = f"{name}{args!r}{sorted(options.items())!r}"
            return self._done(called, lambda: self._run(name, args, options))

        call.__name__, call.__doc__ = name, said
        return call

    def _done(self, called: str, macro: Callable[[], str]) -> str:
        """Return what a macro writes; what it did in the last build, it does again."""
        if not self._build.remembers:
            return macro()
        question = self._engine.turn(called)
        is_new = False

        def answer(_: Site) -> tuple[Any, ...]:
            nonlocal is_new
            is_new = True
            return tuple(self._engine.done(macro))

        done = self._build.ask(question, answer)
        return str(done[0]) if is_new else self._engine.again(Done(*done))

    def _run(self, name: str, args: Sequence[Any], options: Mapping[str, Any]) -> str:
        """Turn whatever goes wrong in a macro into a warning and a box: it costs no other part."""
        try:
            return self._macros[name](*args, **options)
        except Exception as error:
            if isinstance(error, OSError):  # the next build may have more luck
                self._build.is_to_be_kept = False
            if not isinstance(error, ValueError | TypeError):
                log.debug("", exc_info=True)
            from . import misused, unquoted  # here, for most calls are right

            said = unquoted.found(args, options) or misused.said(error, self._macros[name]) or error
            return self.mistake(f"{name}(): {said}")

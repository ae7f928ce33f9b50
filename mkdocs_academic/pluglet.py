"""Binds the macros to the macro environment that MkDocs, ProperDocs and Zensical share."""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import (
    call_lines,
    citation_marks,
    formulas,
    furniture,
    languages,
    mdx,
    mistyped,
    telling,
)
from .build import Build, build_of, config_file
from .citation_marks import Settling
from .cited_text import Mark
from .fragment import Fragment, Text
from .memory import LaidBy
from .page_calls import Calls, Done
from .place import Place

if TYPE_CHECKING:
    from .engine import Settled

# Below `mkdocs.plugins`, so that `--strict` counts what is logged here.
log = logging.getLogger("mkdocs.plugins.mkdocs_academic")


def define_env(env: Any) -> None:
    """Register the macros; called once a build by mkdocs-macros, once a page by Zensical."""
    build = build_of(env.conf)
    engine = MacrosEnvironment(env, build)
    calls = Calls(build, engine)
    for name, macro in calls.table().items():
        env.macro(macro, name)
    env.macro(calls.mistake, mistyped.MACRO)
    citation_marks.settle_by(Settling(calls.settled, calls.knows))
    telling.tell(build, engine)
    if engine.page is not None:
        furniture.put(engine.page, build, place_of(engine.page, env.conf), engine)


def place_of(page: Any, conf: Any) -> Place:
    """Return where a page stands; Zensical 0.0.73 has its source as `path`."""
    source = getattr(getattr(page, "file", page), "src_uri", "") or getattr(page, "path", "")
    url = page.url if page else ""
    return Place(url, bool(conf.get("use_directory_urls", True)), source, languages.folder(conf))


_THEIRS = ("__search", "__drawer", "__palette_0", "__palette_1", "__palette_2", "__toc", "__nav")
_LINE = re.compile(r"line (\d+): ")  # with which messages of `mistyped` begin
_TELLING = re.compile(r"[<>{}\[\]`\\]")  # what could be more than text in a heading


@dataclass
class Seen:
    """What the macros have put on one page so far."""

    page: Any
    shown: set[str] = field(default_factory=lambda: set(_THEIRS))  # ids that stand on the page
    cited: list[Mark] = field(default_factory=list)  # where pages are not settled as a whole
    turns: str = ""  # the digest of all calls


class MacrosEnvironment:
    """The engine, seen through the macro environment it hands out."""

    def __init__(self, env: Any, build: Build) -> None:
        self._env = env
        self._build = build
        self._can = mdx.abilities(env.conf)
        self._other: Any = None
        self._seen = Seen(None)
        self._laid = 0  # lists that this engine has laid by
        self._doing = Done("", [], [], [], [])

    @property
    def page(self) -> Any:
        """Return the page being built; mkdocs-macros 1.5 raises before there is one."""
        if self._other is not None:
            return self._other
        try:
            return self._env.page
        except AttributeError:
            return None

    @contextmanager
    def on(self, page: Any) -> Iterator[None]:
        """Act on another page for a while: excerpts are rendered when all posts are built."""
        self._other = page
        try:
            yield
        finally:
            self._other = None

    def place(self) -> Place:
        """Return where the page being built stands.

        Zensical, whose settings are a plain mapping, moves all links in the content, ours too.
        """
        place = place_of(self.page, self._env.conf)
        return place._replace(from_source=isinstance(self._env.conf, dict))

    def lay_by(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        """Keep what may be megabytes until the page is written."""
        if self._can.draws_formulas:
            pieces = map(formulas.typeset_bytes, pieces)
        if not self._build.remembers:
            return tuple(pieces)
        self._laid += 1
        return self._build.lay_by(f"list {self._laid} {self._on_page().turns}", pieces)

    def emit(self, fragment: Fragment) -> str:
        """Return a token where the extension is there to replace it, else one line of HTML."""
        if self._can.fills_tokens:
            return self._keep(fragment)
        return fragment.alone(self.place().address).replace("\n", " ").strip()

    def heading(self, level: int, text: str, name: str) -> str:
        """Return a heading that tables of contents list, its id once a page."""
        anchor = name if self.is_new(name) else ""
        if self._can.fills_tokens:
            return self._keep(Fragment.title(text, level, anchor))
        plain = _TELLING.sub(r"\\\g<0>", " ".join(text.split()))
        ending = f" {{ #{anchor} }}" if anchor and self._can.knows_ids else ""
        return f"{'#' * level} {plain}{ending}"

    def makes_pages(self) -> bool:
        """Tell whether the plugin is there, which builds pages of papers."""
        return self._can.holds_lists

    def has_file(self, source: str) -> bool:
        """Tell whether there is a file of this name below docs."""
        return self._file(source).is_file()

    def _file(self, source: str) -> Path:
        folder = config_file(self._env.conf).parent
        return folder / str(self._env.conf.get("docs_dir") or "docs") / source

    def is_new(self, key: str) -> bool:
        """Tell whether this page shows `key` for the first time: an id may stand only once."""
        shown = self._on_page().shown
        if key in shown:
            return False
        shown.add(key)
        self._doing.ids.append(key)
        return True

    def cite(self, mark: Mark, settled: Settled) -> str:
        """Return what stands for a citation until all those of the page are known."""
        if self._can.fills_tokens:
            return self._keep(Fragment(mark.text))
        before = self._on_page().cited
        before.append(mark)
        return settled(before)[-1].replace("\n", " ").strip()

    def _on_page(self) -> Seen:
        if self._seen.page is not self.page:
            self._seen = Seen(self.page)
        return self._seen

    def note(self, key: str, value: object) -> None:
        """Tell the theme something about this page."""
        if self.page is not None:
            known = self.page.meta.get("academic")
            self.page.meta["academic"] = {**(known if isinstance(known, dict) else {}), key: value}
        self._doing.notes.append((key, value))

    def line_of(self, text: str) -> int:
        """Return the line of the page's file on which a text stands first, 0 for none."""
        place = self.place()
        return call_lines.of_text(self.page, self._file(place.source), text) if place.source else 0

    def warn(self, message: str) -> None:
        """Log a warning, with the page that it is about and the line of the call."""
        self._doing.warnings.append(message)
        source = self.place().source
        told = _LINE.match(message)  # by whoever has looked for it
        line = told[1] if told else call_lines.of_call(self.page, self._file(source))
        where = f"{source}:{line}" if source and line else source
        said = message[told.end() :] if told and source else message
        log.warning("%s", f"{where}: {said}" if where else said)

    def turn(self, call: str) -> str:
        """Return what tells a call on this page from all others, and from itself elsewhere."""
        seen = self._on_page()
        if " at 0x" in call or "Undefined" in call:  # it may be something else in the next build
            call = f"{call}{os.urandom(8)!r}"
        said = f"{seen.turns}{self.place()}{call}"
        seen.turns = hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=16).hexdigest()
        return f"{call.partition('(')[0]} {seen.turns}"

    def done(self, macro: Callable[[], str]) -> Done:
        """Run a macro and return what it did."""
        self._doing = doing = Done("", [], [], [], [])
        text = macro()
        self._doing = Done("", [], [], [], [])  # what comes now is not this macro's
        return doing._replace(text=text)

    def again(self, done: Done) -> str:
        """Do what a macro did, and return its text."""
        for token, html, texts, up, shown, name in done.kept:
            pieces = self._build.lay_by(name) if name else ()
            mdx.keep(Fragment(html, tuple(Text(*one) for one in texts), up, shown, pieces), token)
        self._on_page().shown.update(done.ids)
        for key, value in done.notes:
            self.note(key, value)
        for message in done.warnings:
            self.warn(message)
        return done.text

    def _keep(self, fragment: Fragment) -> str:
        html, texts, up, shown, pieces = fragment
        token = mdx.keep(fragment)
        name = pieces.name if isinstance(pieces, LaidBy) else ""
        self._doing.kept.append((token, html, [tuple(one) for one in texts], up, shown, name))
        return token

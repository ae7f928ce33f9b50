"""One build of a site: what pages ask of it, answered from memory where nothing has changed.

Reading a site costs more than building a small one, and so do the modules that read it: they are
loaded when a question is new.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from . import collector, languages, mdx, memory, state
from .place import FOLDER, list_page

if TYPE_CHECKING:
    from .site import Site

# Below `mkdocs.plugins`, so that `--strict` counts what is logged here.
log = logging.getLogger("mkdocs.plugins.mkdocs_academic")

Answer = TypeVar("Answer")


class Build:
    """What is asked of a site in one language while an engine builds it.

    Answers are made of what `memory.Memory` can keep.
    """

    def __init__(self, conf: Any, *, remembers: bool = False) -> None:
        """Begin; a build that remembers has a plugin, which tells it of its end."""
        self.conf = conf
        self.language = languages.being_built(conf)
        self.remembers = remembers
        self.is_told = False  # what is wrong with it
        self.is_to_be_kept = True
        self._warned: set[str] = set()
        self._file = config_file(conf)

    @cached_property
    def site(self) -> Site:
        """The site itself, read now if it has not been."""
        with collector.resting():
            from . import icons
            from .site import load_site

            is_new = self.remembers and self._memory.is_empty
            if is_new:  # whatever has changed: it may be none of the site's own files
                icons.forget()
            site = load_site(self._file, self.language, anew=is_new)
        if self.remembers:
            self._memory.made_of(site.files, _lent(site), _variables(site))
        return site

    def ask(self, question: str, answer: Callable[[Site], Answer]) -> Answer:
        """Return the answer to a question about the site, which names all that it depends on."""
        return self._memory.ask(question, lambda: self._answered(answer))

    def _answered(self, answer: Callable[[Site], Answer]) -> Answer:
        with collector.resting():
            return answer(self.site)

    def files(
        self, question: str, answer: Callable[[Site], Iterable[memory.File]]
    ) -> Iterator[memory.File]:
        """Yield path and pieces of many files."""
        return self._memory.files(question, lambda: answer(self.site))

    def lay_by(self, name: str, pieces: Iterable[bytes] | None = None) -> Iterable[bytes]:
        """Put the HTML of a list by until its page is written; without it, return what lies by."""
        return self._memory.lay_by(name, pieces)

    def end(self) -> None:
        """Remember for the next build, unless there was nothing but mistakes, or no disk to use."""
        if self.mistakes or not self.is_to_be_kept:
            self._memory.forget()
        elif self.remembers:
            self._memory.keep()

    @property
    def others(self) -> list[Build]:
        """The builds of the same settings in other languages whose problems have been told."""
        return [
            one for one in _running if one.conf is self.conf and one.is_told and one is not self
        ]

    def warn(self, message: str) -> None:
        """Log a warning that `--strict` counts, once; "" is none."""
        if message and message not in self._warned:
            self._warned.add(message)
            log.warning("%s", message)

    @cached_property
    def mistakes(self) -> list[str]:
        """What is wrong in the settings: nothing else is shown then."""
        return self.ask("mistakes", lambda site: list(map(str, site.mistakes)))

    @cached_property
    def warnings(self) -> list[str]:
        """What is wrong elsewhere."""
        return self.ask("warnings", lambda site: list(map(str, site.warnings)))

    @cached_property
    def notes(self) -> list[str]:
        """What is worth telling."""
        return self.ask("notes", lambda site: list(map(str, site.notes)))

    @cached_property
    def sources(self) -> list[str]:
        """Every file and folder that the site is made of, there or not."""
        return self.ask("sources", lambda site: sorted(map(str, _sources(site))))

    @cached_property
    def _memory(self) -> memory.Memory:
        """What a build of this kind has left; else what was asked of the same site before."""
        if self.remembers:
            return self._opened()
        asked: memory.Memory = self.site.made.setdefault("asked", memory.Memory(Path(), ""))
        return asked

    def _opened(self) -> memory.Memory:
        conf, root = self.conf, self._file.parent
        docs = root / str(conf.get("docs_dir") or "docs")
        kind = (
            *(self._file.name, self.language, type(conf).__module__, str(docs)),
            *(bool(conf.get("use_directory_urls", True)), mdx.abilities(conf)),
        )
        name = hashlib.sha256(repr(kind).encode()).hexdigest()[:16]
        day = os.environ.get("SOURCE_DATE_EPOCH") or date.today().isoformat()
        around = (state.of_programs(), day, state.names_below(docs))
        identity = repr((kind, around, [list_page(docs, one) for one in (FOLDER, "news")]))
        opened = memory.Memory.opened(root / memory.FOLDER / name, identity)
        if not opened.is_empty:
            collector.spare()
        return opened


def config_file(conf: Any) -> Path:
    """Return the site's `mkdocs.yml` on any engine."""
    named = conf.get("config_file_path")
    if named and named != "-":
        return Path(named)
    return Path(conf.get("root_dir") or ".") / "mkdocs.yml"


def begin(conf: Any) -> Build:
    """Begin a build whose end is told."""
    for other in [one for one in _running if one.conf is not conf or _is_of(one, conf)]:
        _running.remove(other)
    _running.append(Build(conf, remembers=True))
    return _running[-1]


def build_of(conf: Any) -> Build:
    """Return the build of these settings, in the language that is being built now."""
    begun = [one for one in _running if one.conf is conf]
    for one in begun:
        if _is_of(one, conf):
            return one
    return begin(conf) if begun else Build(conf)


_running: list[Build] = []  # of the settings at hand, by language


def _is_of(build: Build, conf: Any) -> bool:
    return build.conf is conf and build.language == languages.being_built(conf)


def _lent(site: Site) -> Iterator[Path]:
    """Yield the folders of templates and icons that a user, or a lab, has of their own."""
    for one in (site.custom_dir, *site.lab_dirs):
        if one:
            yield from (one / "academic", one / ".icons")


def _sources(site: Site) -> Iterator[Path]:
    yield from (one for one in (*site.files, site.custom_dir, *site.lab_dirs) if one)


def _variables(site: Site) -> Iterator[str]:
    """Yield the names of variables of the environment that the settings may read."""
    yaml = (file for file in site.files if file.suffix in (".yml", ".yaml") and file.is_file())
    for file in yaml:
        for found in _ENV.finditer(file.read_bytes()):
            yield from (name.decode() for name in _NAME.findall(found[0]))


_ENV = re.compile(rb"!ENV\s*(?:\[[^\]]*\]|\S+)")
_NAME = re.compile(rb"[A-Za-z_]\w*")

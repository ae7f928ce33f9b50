"""The new site while it is put together: settings, data files, pages, files to copy."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import calls, inert, report, yaml_out
from .report import Report
from .source import Source


@dataclass
class Result:
    """Everything that will be written below one folder."""

    report: Report
    config: dict[str, Any] = field(default_factory=dict)  # what mkdocs.yml says besides
    academic: dict[str, Any] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)  # data/NAME.yml
    pages: dict[str, str] = field(default_factory=dict)  # below docs: Markdown
    nav: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)  # beside mkdocs.yml
    assets: list[str] = field(default_factory=list)  # of the source, to the same place below docs
    moved: dict[str, str] = field(default_factory=dict)  # of these, to another place
    theme: dict[str, Any] = field(default_factory=dict)  # what `theme` says besides its name
    keys: set[str] = field(default_factory=set)  # citation keys that are taken

    def name_for(self, kind: str, title: str, is_own: bool = False) -> str:
        """Return a name for a section: its type, unless `is_own`, or one made of its title."""
        if kind not in self.academic and not is_own:
            return kind
        word = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")
        word = word if re.fullmatch(r"[a-z]\w{2,40}", word) and word not in TAKEN else kind
        names = (word, *(f"{kind}_{number}" for number in range(2, 1000)))
        return next(name for name in names if name not in self.academic)

    def add_page(
        self,
        name: str,
        title: str,
        text: str,
        in_nav: bool = True,
        meta: Mapping[str, Any] | None = None,
    ) -> str:
        """Add a page below docs and return its name; `meta` is more of its front matter.

        Where another page has the name already, the report tells how the later one is called.
        """
        name = self._free(name)
        text = calls.with_references(text)
        title = inert.label(title) or "Page"
        more = inert.settings(calls.plain(dict(meta or {})))
        head = yaml_out.settings({"title": title, **more})
        body = re.sub(r"\n{4,}", "\n\n\n", calls.written(text)).strip()
        self.pages[name] = f"---\n{head}---\n\n{body}\n"
        self.report.pages.append(name)
        if in_nav:
            self.nav.append({title: name})
        return name

    def add_text(self, name: str, text: str) -> None:
        """Add text to the end of a page."""
        self.pages[name] += f"\n{calls.written(text).strip()}\n"

    def _free(self, name: str) -> str:
        """Return a name that no page has; `x.md` and `x/index.md` have the same address."""
        stem = name.removesuffix("/index.md").removesuffix(".md")
        numbered = (f"{stem}-{number}.md" for number in range(2, 10_000))
        is_taken = f"{stem}.md" in self.pages or f"{stem}/index.md" in self.pages
        found = next(one for one in numbered if one not in self.pages) if is_taken else name
        if found != name:
            self.report.note(
                f"there is a page `docs/{name}` already: another became `docs/{found}`"
            )
        return found

    def write(self, source: Source, dest: Path) -> None:
        """Write the site; `dest` is empty or not there yet."""
        docs = dest / "docs"
        docs.mkdir(parents=True)
        for name in self.assets:
            target = docs / self.moved.get(name, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source.root / name, target)
        self.report.assets = len(self.assets)
        for name, content in self.data.items():
            (dest / "data").mkdir(exist_ok=True)
            _put(dest / "data" / f"{name}.yml", yaml_out.data(calls.plain(content)))
        for name, data in self.files.items():
            (dest / name).write_bytes(data)
        for name, text in self.pages.items():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            _put(docs / name, inert.page(text, self.academic))
        _put(dest / "mkdocs.yml", yaml_out.settings(self._settings()))
        _put(dest / report.NAME, self.report.markdown())

    def _settings(self) -> dict[str, Any]:
        nav = {"nav": inert.settings(self.nav)} if len(self.nav) > 1 else {}
        texts = self._texts()
        extensions = [name for name, sign in _EXTENSIONS if any(map(sign.search, texts))]
        return {
            **inert.settings(self.config),
            "theme": {"name": "academic", **inert.settings(self.theme)},
            "plugins": ["search", {"macros": {"modules": ["mkdocs_academic"]}}, "academic"],
            **({"markdown_extensions": extensions} if extensions else {}),
            **nav,
            "extra": {"academic": calls.plain(self.academic)},
        }

    def _texts(self) -> list[str]:
        return [*self.pages.values(), *(yaml_out.data(one) for one in self.data.values())]


# Extensions of Markdown, each with the sign of a text that needs it.
_EXTENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("admonition", re.compile(r"^!!! \w", re.MULTILINE)),
    ("footnotes", re.compile(r"\[\^[^\]\n]+\]")),
    ("pymdownx.details", re.compile(r"^\s*\?\?\? \w", re.MULTILINE)),
    ("pymdownx.tasklist", re.compile(r"^\s*(?:[-*+]|\d+\.) \[[ xX]\] ", re.MULTILINE)),
    ("pymdownx.superfences", re.compile(r"^ *(?:```|~~~)", re.MULTILINE)),
)


def _put(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")


# Names of settings and macros that a section of one's own cannot have.
TAKEN = frozenset(
    "profile people citations metrics look sections dates words pages math publication cite "
    "bibliography "
    "citation_badge news publications projects patents honors education experience internships "
    "talks "
    "teaching students funding openings services feeds outputs items title extra config page "
    "site nav academic".split()
)

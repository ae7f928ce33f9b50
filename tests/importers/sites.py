"""Small invented sites on disk, and what became of them."""

from __future__ import annotations

from pathlib import Path

import yaml

from mkdocs_academic import importers
from mkdocs_academic.importers.report import Report


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write files, and return the folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


class Imported:
    """A site that was imported."""

    def __init__(self, folder: Path, files: dict[str, str]) -> None:
        self.folder = folder / "new"
        self.report: Report = importers.run("", written(folder / "old", files), self.folder)

    def page(self, name: str) -> str:
        """Return a page without its front matter."""
        return self.text(f"docs/{name}").split("---\n", 2)[2].strip()

    def text(self, name: str) -> str:
        """Return a file."""
        return (self.folder / name).read_text("utf-8")

    def yaml(self, name: str) -> object:
        """Return what a file of YAML holds, as text."""
        return yaml.load(self.text(name), Loader=yaml.BaseLoader)

    @property
    def academic(self) -> dict[str, object]:
        """Return the settings of the theme."""
        return self.yaml("mkdocs.yml")["extra"]["academic"]  # type: ignore[index, no-any-return]

    @property
    def nav(self) -> list[dict[str, object]]:
        """Return the navigation."""
        return self.yaml("mkdocs.yml").get("nav", [])  # type: ignore[attr-defined, no-any-return]

    def told(self, *words: str) -> bool:
        """Tell whether the report has a remark with all these words."""
        text = self.text(importers.NAME)
        return any(all(word in note for word in words) for note in text.split("\n- "))

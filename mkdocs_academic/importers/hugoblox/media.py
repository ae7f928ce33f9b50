"""The files of a Hugo site, and where each stands here: at its old address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from ..result import Result
from ..source import Source
from .config import Config
from .tree import urlized

_PICTURES = frozenset(".png .jpg .jpeg .gif .webp .avif .svg .bmp".split())


class Media:
    """Knows the files of one site by where they stand below docs."""

    def __init__(self, source: Source, result: Result, config: Config) -> None:
        self._source = source
        self.files: dict[str, str] = {}  # below docs: of the source
        for name in source.assets():
            place = _place(name, config)
            if not place:
                continue
            if place in self.files:
                source.report.note(f"`{name}` has the address of `{self.files[place]}`: not copied")
                continue
            self.files[place] = name
        result.assets = list(self.files.values())
        result.moved = {name: place for place, name in self.files.items()}
        self._tell_of_pages()

    def _tell_of_pages(self) -> None:
        for name in self._source.named("static", ".html", ".htm"):
            if not name.startswith("static/admin/"):
                self._source.report.note(f"`{name}` is a page of its own and was not copied")

    def picture(self, folder: str, *stems: str) -> str:
        """Return the picture in a folder below docs whose name begins as asked, "" for none."""
        within = [name for name in self.files if str(PurePosixPath(name).parent) == folder]
        for stem in stems:
            for name in sorted(within):
                path = PurePosixPath(name)
                if path.stem.lower().startswith(stem) and path.suffix.lower() in _PICTURES:
                    return name
        return ""

    def found(self, name: str, *folders: str) -> str:
        """Return where a file stands that is named for one of some folders, "" for nowhere."""
        name = name.strip().removeprefix("./")
        if not name or ":" in name:
            return ""
        if name.startswith("/"):
            return name[1:] if name[1:] in self.files else ""
        places = (f"{folder}/{name}".lstrip("/") for folder in folders)
        return next((place for place in places if place in self.files), "")

    def pictures(self, folder: str) -> list[str]:
        """Return the pictures of a folder."""
        return sorted(
            name
            for name in self.files
            if str(PurePosixPath(name).parent) == folder
            and PurePosixPath(name).suffix.lower() in _PICTURES
        )

    def logo(self, name: str) -> str:
        """Return the picture that stands for a company, "" for none."""
        stems: Mapping[str, str] = {
            PurePosixPath(one).stem: one
            for one in self.files
            if one.startswith(("media/icons/", "media/logos/", "media/brands/", "media/"))
        }
        return self.found(name, "media", "") or (stems.get(name, "") if name else "")


def _place(name: str, config: Config) -> str:
    """Return where a file of the source stands below docs, "" for one that is not shown."""
    if name.startswith("static/"):
        return name.removeprefix("static/")
    if name.startswith("assets/media/"):
        return name.removeprefix("assets/")
    if name.startswith("assets/images/"):
        return name.removeprefix("assets/")
    path, _ = config.within(name)
    if not path or path[-1].lower() == "cite.bib":
        return ""
    return "/".join([*map(urlized, path[:-1]), path[-1]])

"""A new site: which files it has, what stands in them, and the writing of those that are absent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .. import __version__, icons, links
from ..schema import as_json

SCHEMA = "academic.schema.json"
_FILES = Path(__file__).parent / "files"
# Path in the new site -> path among our files: no name of ours begins with a dot.
_COPIED: Mapping[str, str] = {
    "mkdocs.yml": "mkdocs.yml",
    "docs/index.md": "docs/index.md",
    "papers.bib": "papers.bib",
    ".gitignore": "gitignore",
    ".github/workflows/pages.yml": "github/pages.yml",
    ".github/workflows/citations.yml": "github/citations.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
}
_PINNED = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")
_COUNTED_BY = frozenset({"orcid", "openalex"})  # by which a site's citations are asked for at once
_SCHEDULE = '  schedule: [{cron: "17 4 * * 1"}]\n'


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody says of themselves and of the site."""

    name: str
    affiliation: str = ""  # Markdown
    language: str = "en"  # a tag that Material knows
    url: str = ""  # where the site will be
    links: Mapping[str, str] = field(default_factory=dict)  # service -> id or address


def files(answers: Answers) -> dict[str, str]:
    """Return path and text of each file of a new site."""
    found = {path: (_FILES / name).read_text("utf-8") for path, name in _COPIED.items()}
    found["mkdocs.yml"] = _settings(found["mkdocs.yml"], answers)
    if not _COUNTED_BY & set(answers.links):
        job = found[".github/workflows/citations.yml"]
        later = f"  #{_SCHEDULE[1:-1]}  # once the profile's links have an orcid\n"
        found[".github/workflows/citations.yml"] = job.replace(_SCHEDULE, later)
    found["requirements.txt"] = "".join(f"{line}\n" for line in _requirements())
    found[SCHEMA] = as_json()
    return found


def _settings(template: str, answers: Answers) -> str:
    url = f"site_url: {_scalar(answers.url)}"
    if not answers.url:
        url = "# site_url: https://…/  # where the site will be: feeds and previews need it"
    filled = {
        "<site_name>": _scalar(answers.name),
        "<site_url>": url,
        "<language>": _scalar(answers.language),
        "<profile>": "\n".join(f"      {line}" for line in _profile(answers)),
    }
    return re.sub("|".join(filled), lambda found: filled[found[0]], template)


def _profile(answers: Answers) -> Iterator[str]:
    yield f"name: {_scalar(answers.name)}"
    yield "# aliases: [A. Example]  # other spellings of the name, as they stand in papers"
    yield "# role: Doctoral student in astronomy"
    if answers.affiliation:
        yield f"affiliation: {_scalar(answers.affiliation)}"
    yield "# avatar: images/me.jpg  # a picture below docs/"
    rest = dict(answers.links)
    if email := rest.pop("email", ""):
        yield f"email: {_scalar(email)}"
    if rest:
        yield "links:"
    for service, value in rest.items():
        yield f"  {service}: {_scalar(value)}"


def _scalar(text: str) -> str:
    """Write a text as YAML: plain where nobody could read anything else, else between quotes."""
    text = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)


_PLAIN = re.compile(r"[^\W\d_](?:[\w .,'’()/&+@-]|:(?=/))*")
_WORDS = frozenset("y n yes no on off true false null".split())  # YAML 1.1


def _requirements() -> Iterator[str]:
    yield f"mkdocs-academic=={__version__}"
    for name in _PINNED:
        try:
            yield f"{name}=={version(name)}"
        except PackageNotFoundError:
            continue  # run from another engine's environment


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that the theme speaks."""
    folders = [folder / "partials" / "languages" for folder in icons.engine_folders()]
    return tuple(sorted({file.stem for one in folders for file in one.glob("*.html")}))


def checked_link(service: str, value: str) -> str:
    """Return what may stand in the profile's links.

    Raises:
        ValueError: it cannot be used; the message says what to write instead.

    """
    links.profile_link(service, value)
    return value.strip()


def in_the_way(folder: Path, paths: Sequence[str]) -> tuple[str, ...]:
    """Return what is there already: nobody's file is written over."""
    if folder.exists() and not folder.is_dir():
        return (str(folder),)
    found: list[str] = []
    for path in paths:
        file = folder / path
        steps = [one for one in file.parents if folder in one.parents]
        blocked = [one for one in steps if one.exists() and not one.is_dir()]
        if file.exists() or file.is_symlink() or blocked:
            found.append(path)
    return tuple(found)


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the files of a new site.

    Raises:
        OSError: one cannot be written, or has appeared meanwhile.

    """
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)

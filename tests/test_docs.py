"""The manual tells the truth: its examples work, and nothing that users can write is left out."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import mkdocs_academic
from mkdocs_academic.bibliography.fields import FIELDS
from mkdocs_academic.macros import Macros
from mkdocs_academic.sections import TYPES, base
from mkdocs_academic.sections.profile import Profile, ProfileLink
from mkdocs_academic.services import SERVICES
from mkdocs_academic.site import Site, load_site

from .conftest import ROOT
from .test_architecture import MODULES, STOREYS, room

DOCS = ROOT / "docs"
README = ROOT / "README.md"
PACKAGE = ROOT / "mkdocs_academic"
BLOCK = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if BLOCK.search(page.read_text("utf-8"))]
SHARED = set(base.Item.model_fields)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def named(text: str) -> set[str]:
    """Return what stands between backticks, outside of examples."""
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return set(re.findall(r"`([^`\n]+)`", prose))


def examples(source: Path) -> list[tuple[dict[str, str], str]]:
    """Return the `mkdocs.yml` examples of a page, each with the files shown beside it."""
    blocks = BLOCK.findall(source.read_text("utf-8"))
    beside = {title: text for title, text in blocks if title != "mkdocs.yml"}
    return [(beside, text) for title, text in blocks if title == "mkdocs.yml"]


def written(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


@pytest.mark.parametrize("source", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_examples_work(source: Path, tmp_path: Path) -> None:
    for number, (beside, text) in enumerate(examples(source)):
        folder = tmp_path / str(number)
        written(folder, {**beside, "mkdocs.yml": text})
        for name in re.findall(r"[\w./-]+\.(?:svg|jpg|png|pdf)\b", text):
            written(folder, {f"docs/{name}": ""})
        site = load_site(folder / "mkdocs.yml")
        told = [str(problem) for problem in (*site.mistakes, *site.warnings)]
        assert not told, f"{source.name}, example {number + 1}:\n{text}"


def test_two_lines_start_a_site() -> None:
    two = "```console\n$ pip install mkdocs-academic\n$ mkdocs serve\n```\n"
    assert two in README.read_text("utf-8")


def test_start_gives_a_site(tmp_path: Path) -> None:
    written(tmp_path, dict(reversed(BLOCK.findall(page("start.md")))))  # the first of a name
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    shown = (tmp_path / "site" / "index.html").read_text("utf-8")
    for words in ("Ada Example", "Somewhere", "A Star That Has Already Gone", "Astronomy"):
        assert words in shown


def test_readme_example_works(tmp_path: Path) -> None:
    settings = re.findall(r"^```yaml\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)
    written(tmp_path, {"mkdocs.yml": settings[0], "papers.bib": "@misc{one, title = {One}}"})
    site = load_site(tmp_path / "mkdocs.yml")
    assert not site.mistakes
    assert not site.warnings


def test_mistakes_look_as_told(tmp_path: Path) -> None:
    told = page("settings.md").partition("## Mistakes")[2]
    wrong, said = re.findall(r"^```\w+\n(.*?)^```$", told, re.MULTILINE | re.DOTALL)
    written(tmp_path, {"mkdocs.yml": wrong})
    assert "\n".join(map(str, load_site(tmp_path / "mkdocs.yml").mistakes)) == said.strip()


def test_files_of_this_site_are_shown_as_they_are() -> None:
    shown = dict(BLOCK.findall(page("look.md")))
    for title in (
        "overrides/main.html",
        "overrides/academic/parts/empty.html",
    ):
        assert shown[title] == (ROOT / title).read_text("utf-8")


def test_every_field_is_told() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \|$", page("bibliography.md"), re.MULTILINE)
    assert dict(rows).items() >= FIELDS.items()


@pytest.mark.parametrize("service", SERVICES, ids=lambda row: row.key)
def test_every_service_is_told(service: Any) -> None:
    row = rf"^\| `{service.key}` \| {re.escape(service.label)} \|(.+)$"
    found = re.search(row, page("profile.md"), re.MULTILINE)
    assert found, f"docs/profile.md: no row for `{service.key}`, {service.label}"
    assert not service.url.strip("{}") or f"`{service.url.replace('{}', '{id}')}`" in found[1]
    assert {f"`{alias}`" for alias in service.aliases} <= set(re.findall("`[^`]+`", found[1]))


def test_every_macro_is_told() -> None:
    site = Site(root=ROOT, docs_dir=DOCS, custom_dir=None, language="en")
    told = page("macros.md")
    for name in Macros(site, engine=None).table():  # type: ignore[arg-type]
        assert re.search(rf"\b{name}\(", told), f"docs/macros.md: no {name}()"


@pytest.mark.parametrize("name", TYPES)
def test_every_option_of_a_section_is_told(name: str) -> None:
    settings = TYPES[name].settings
    told = named(page(f"sections/{name}.md")) | named(page("sections/index.md"))
    assert set(settings.model_fields) <= told
    assert f"{{{{ {name}(" in page(f"sections/{name}.md"), "the result stands on the page"
    if name != "publications":
        own = set(item_of(settings).model_fields) - SHARED
        assert own <= named(page(f"sections/{name}.md"))
        assert named(page(f"sections/{name}.md")) >= SHARED


def item_of(settings: type[base.Section]) -> type[BaseModel]:
    """Return the model of a section's items."""
    annotation = settings.model_fields["items"].annotation
    item: type[BaseModel] = annotation.__args__[0]  # type: ignore[union-attr]
    return item


def test_every_option_of_the_profile_is_told() -> None:
    options = {*Profile.model_fields, *ProfileLink.model_fields} - {"key"}
    assert options <= named(page("profile.md"))


def test_every_knob_exists() -> None:
    style = (PACKAGE / "styles/page.css").read_text("utf-8")
    for knob in re.findall(r"--acad-[\w-]+", page("look.md")):
        assert f"{knob}:" in style, knob


def test_every_template_is_told() -> None:
    shown = named(page("look.md"))
    for template in (PACKAGE / "templates").rglob("*.html"):
        name = template.relative_to(PACKAGE / "templates").as_posix()
        assert name in shown or template.stem in TYPES, f"docs/look.md: no {name}"


def house() -> str:
    """Draw the house: every storey, every module with the sentence it opens with."""
    lines: list[str] = []
    for storey, rooms in reversed(STOREYS.items()):
        modules = [module for module in MODULES if room(module) in rooms]
        if storey == "Engines":
            modules.sort(key=lambda module: module != PACKAGE / "__init__.py")
        lines += [f"### {storey}", "", "| Module | Holds |", "|---|---|"]
        lines += [_row(module) for module in modules]
        lines.append("")
    return "\n".join(lines)


def _row(module: Path) -> str:
    docstring = " ".join((ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").split())
    sentence = re.match(r".+?[.!?](?=\s|$)", docstring)
    assert sentence, module
    return f"| `{module.relative_to(PACKAGE).as_posix()}` | {sentence[0]} |"


def test_the_house_is_drawn_as_it_stands(updates_golden: bool) -> None:
    before, mark, rest = page("contributing.md").partition("<!-- house -->\n")
    drawn, end, after = rest.partition("<!-- end of house -->")
    assert mark
    assert end
    if updates_golden:
        text = f"{before}{mark}\n{house()}\n{end}{after}"
        (DOCS / "contributing.md").write_text(text, "utf-8")
        drawn = f"\n{house()}\n"
    assert drawn.strip() == house().strip(), "run `make golden`"


def test_changelog_begins_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert newest
    assert newest[1] == mkdocs_academic.__version__

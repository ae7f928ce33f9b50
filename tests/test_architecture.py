"""The house stands as the contributor's page draws it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from mkdocs_academic.sections import TYPES

from .conftest import ROOT

PACKAGE = ROOT / "mkdocs_academic"

# Storeys from the ground up; a module may import from its own storey and from those below.
STOREYS: dict[str, set[str]] = {
    "Ground: values, rules, files": {
        "online",
        *("problems", "yaml_text", "settings", "dates", "date_forms", "services", "links"),
        *("urls", "buttons", "icons", "text", "formulas", "words", "colors"),
        *("palettes", "languages", "formats", "additions", "packages"),
        *("place", "memory", "state", "compiled", "lean_code", "collector"),
        *("late_tables", "late_imports", "date_doubts", "leaving", "lab_tree", "style_names"),
    },
    "Subjects": {"bibliography", "citations"},
    "Section types": {"sections"},
    "The site": {
        *(
            "registry",
            "references",
            "restrictions",
            "mistakes",
            "synonyms",
            "validation",
            "expansion",
            "library",
            "pages",
            "member_homes",
        ),
        "site",
    },
    "From Site to text": {
        *("fragment", "render", "covers", "badges", "paper_page", "people_page", "outputs"),
        *("citation_styles", "cv_formats", "catalogues", "cited_text"),
        "importers",
    },
    "Engines": {
        *("engine", "section_view", "macros", "people_macros", "project_macros"),
        *("call_options", "mdx", "emoji", "pluglet", "made_pages", "plugin", "search"),
        *("late_script", "build", "furniture", "theme_env", "questions", "theme_dir"),
        *("late_git", "companions", "mistyped", "kept_members", "__init__"),
        *("call_lines", "unquoted", "foreign_signs", "excerpts", "telling"),
        *("citing", "citation_marks", "misused", "page_calls"),
    },
    "Commands": {
        *("schema", "scaffold", "checks", "lab_build", "lab_engines", "exported"),
        *("cli", "__main__"),
    },
}
ONLY_IN = {  # who may know these packages
    "mkdocs": {"plugin", "companions", "made_pages", "search", "checks"},
    "material": {"emoji", "search"},
    "jinja2": {"render", "compiled", "lean_code", "theme_env", "checks"},
    "markdown": {"mdx", "citation_marks", "text"},
    "yaml": {"yaml_text", "importers", "checks"},
    "nh3": {"text", "formulas", "bibliography"},
    "latex2mathml": {"formulas"},
    "click": {"cli"},
    "babel": {"formats"},
    "zensical": set(),
    "requests": set(),
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    """Return the top-level module or folder that a file belongs to."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def storey(name: str) -> int:
    found = [level for level, rooms in enumerate(STOREYS.values()) if name in rooms]
    assert found, f"{name} has no storey: give it one in STOREYS and in docs/contributing.md"
    return found[0]


def imports(module: Path) -> list[str]:
    """Return absolute names of what a module imports, ours as `mkdocs_academic.x`."""
    package = ["mkdocs_academic", *module.relative_to(PACKAGE).parts[:-1]]
    names: list[str] = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.append(node.module or "")
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1]
            if node.module:
                names.append(".".join([*base, node.module]))
            else:
                names += [".".join([*base, alias.name]) for alias in node.names]
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_go_down(module: Path) -> None:
    if module == PACKAGE / "__init__.py":
        return  # the public face loads what it shows when it is asked for
    own = storey(room(module))
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "mkdocs_academic" and len(parts) > 1 and parts[1] != "__version__":
            assert storey(parts[1]) <= own, f"{room(module)} imports {name} from above"
        if parts[0] in ONLY_IN:
            assert room(module) in ONLY_IN[parts[0]], f"{room(module)} must not know {parts[0]}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_say_what_they_hold(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert docstring, "a module opens with one sentence that says what it holds"
    assert len(module.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", TYPES)
def test_section_type_has_all_its_parts(name: str) -> None:
    """One word for one section: module, template, golden tests, docs page, word."""
    assert (PACKAGE / "sections" / f"{name}.py").is_file()
    assert (PACKAGE / "templates" / f"{name}.html").is_file()
    cases = list((ROOT / "tests" / "golden" / name).glob("*.yml"))
    assert any(case.with_suffix(".html").exists() for case in cases), "golden HTML"
    assert any(case.with_suffix(".txt").exists() for case in cases), "golden mistakes"
    page = ROOT / "docs" / "sections" / f"{name}.md"
    assert f"`{name}`" in page.read_text("utf-8")
    assert f'"{name}"' in (PACKAGE / "locales" / "en.json").read_text("utf-8")


def test_no_part_without_a_row() -> None:
    shared = {"__init__", "base", "profile", "people", "entries", "metrics"}
    modules = {module.stem for module in (PACKAGE / "sections").glob("*.py")} - shared
    assert modules == set(TYPES)
    templates = {file.stem for file in (PACKAGE / "templates").glob("*.html")}
    assert templates == set(TYPES) | {
        *("profile", "people", "person", "masthead", "metrics", "publication", "paper_title"),
        *("citation_badge", "bibliography"),
    }


def test_templates_are_short_and_ours_alone() -> None:
    for template in (PACKAGE / "templates").rglob("*.html"):
        text = template.read_text("utf-8")
        assert len(text.splitlines()) <= 40, template
        assert not re.search(r"https?://", text), f"{template} names another host"

from __future__ import annotations

import importlib.util
import re
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mkdocs_academic import icons

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h1"/></svg>'


def _write(folder: Path, name: str, text: str) -> Path:
    file = folder / ".icons" / f"{name}.svg"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_the_first_folder_wins(tmp_path: Path) -> None:
    one = _write(tmp_path / "one", "set/x", SVG.replace("h1", "h2"))
    two = _write(tmp_path / "two", "set/x", SVG)
    assert icons.find("set/x", [one, two]) == SVG.replace("h1", "h2")
    assert icons.find("set/x", [two, one]) == SVG
    assert icons.find("set/y", [one, two]) is None


@pytest.mark.parametrize(
    "name", ["", "../secret", "/etc/passwd", "set/../x", "set\\x", "set/x.svg"]
)
def test_a_name_stays_inside_its_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(SVG, encoding="utf-8")
    assert icons.find(name, [_write(tmp_path / "one", "set/x", SVG)]) is None


def test_only_the_drawing_is_left() -> None:
    svg = (
        '\ufeff<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n'
        "<!-- by somebody -->"
        + SVG.replace("<svg", "<svg width=\"24\" height='2em'").replace("<path", "<!-- x --><path")
        + "\n"
    )
    assert icons.inline(svg) == SVG


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        '<use href="#x"/>',
        '<image href="https://example.org/x.png"/>',
        "<style>p{}</style>",
        "<foreignObject/>",
    ],
)
def test_what_is_more_than_a_drawing_is_refused(inside: str) -> None:
    assert icons.inline(SVG.replace("</svg>", f"{inside}</svg>")) is None


@pytest.mark.parametrize("text", ["", "no drawing", "<svg>", "<html></svg>"])
def test_what_is_no_svg_is_refused(text: str) -> None:
    assert icons.inline(text) is None


def test_ours_come_before_the_engines() -> None:
    ours, *engines = icons.engine_folders()
    assert ours == Path(icons.__file__).parent / "theme"
    assert engines[0].parts[-2:] == ("material", "templates")


def test_engines_are_found_without_importing_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zensical" / "templates").mkdir(parents=True)
    spec = ModuleSpec("zensical", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path / "zensical")]
    specs = {"zensical": spec, "material": None}
    monkeypatch.setattr(importlib.util, "find_spec", specs.get)
    before = set(sys.modules)
    folders = icons.engine_folders.__wrapped__()
    assert folders == (icons.engine_folders()[0], tmp_path / "zensical" / "templates")
    assert not {"material", "zensical"} & (set(sys.modules) - before)


@pytest.mark.parametrize(
    "file", sorted((icons.engine_folders()[0] / ".icons").rglob("*.svg")), ids=str
)
def test_our_own_drawings_are_single_plain_paths(file: Path) -> None:
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert root.attrib == {"viewBox": "0 0 24 24"}
    assert [child.tag for child in root] == ["{http://www.w3.org/2000/svg}path"]
    assert re.fullmatch(r"[MmLlHhVvAaCcSsQqZz0-9. -]+", root[0].attrib["d"])
    assert set(root[0].attrib) == {"d"}

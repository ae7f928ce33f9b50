"""People and projects of real laboratories, as another template has them, lose nothing here.

The files belong to real people: they are read in place, and nothing of them is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_academic import links
from mkdocs_academic.sections.people import Person
from mkdocs_academic.site import load_site

from .conftest import ROOT

LABS = ROOT.parent / "shared" / "corpus" / "lab"
FOLDERS = sorted(LABS.iterdir()) if LABS.is_dir() else []
ALUMNI = {"alumni", "alum"}

pytestmark = pytest.mark.skipif(not FOLDERS, reason="no ../shared/corpus beside this checkout")


def members(lab: Path) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield key, front matter and text of each member."""
    for file in sorted((lab / "_members").glob("*.md")):
        _, front, text = re.split(r"^---\s*$", file.read_text("utf-8-sig"), maxsplit=2, flags=re.M)
        yield file.stem, yaml.safe_load(front), text.strip()


def roles(lab: Path) -> dict[str, str]:
    for name in ("types.yaml", "roles.yaml"):
        file = lab / "_data" / name
        if file.is_file():
            known = yaml.safe_load(file.read_text("utf-8")) or {}
            return {key: one.get("text", key) for key, one in known.items() if one}
    return {}


def person(front: dict[str, Any], text: str, named: dict[str, str]) -> dict[str, Any]:
    """Say in our words what a member's front matter says."""
    role = str(front.get("role") or "")
    groups = [str(front["group"])] if front.get("group") else []
    is_past = role in ALUMNI or bool(ALUMNI & set(groups))
    found: dict[str, Any] = {
        "name": front.get("name") or front.get("title"),
        "role": named.get(role, role),
        "group": [one for one in groups if one not in ALUMNI],
        "end": "left" if is_past else "",
        "photo": front.get("image") or "",
        "position": front.get("description") or "",
        "aliases": [*(front.get("aliases") or ()), *(front.get("search") or ())],
        "affiliation": "; ".join(
            [*filter(None, [front.get("affiliation")]), *(front.get("affiliations") or ())]
        ),
    }
    more = [f"- {one}" for one in front.get("education") or ()]
    found["links"] = {}
    for key, value in (front.get("links") or {}).items():
        if not value:
            continue
        if key in ("home-page", "website") and not found.get("url"):
            found["url"] = value
        elif key in ("email", "mail") and "@" in value:
            found["email"] = value
        else:
            try:
                links.profile_link(key, str(value))
                found["links"][key] = str(value)
            except ValueError:  # a telephone number, an address for people's eyes only
                more.append(f"- {key}: {value}")
    found["bio"] = "\n".join([text, "", *more]).strip()
    return {key: one for key, one in found.items() if one}


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, bool | int | float):
        for one in value:
            yield from strings(one)


def said_by(found: Person) -> str:
    """Return all that is kept of somebody."""
    kept = found.model_dump()
    urls = " ".join(link.url for link in found.buttons)
    return " ".join(
        [*strings(kept), urls, *strings({k: v["url"] for k, v in kept["links"].items()})]
    )


@pytest.mark.parametrize("lab", FOLDERS, ids=lambda lab: f"lab-{FOLDERS.index(lab) + 1}")
def test_people_lose_nothing(lab: Path, tmp_path: Path) -> None:
    given = list(members(lab))
    assert given
    named = roles(lab)
    people = {key: person(front, text, named) for key, front, text in given}
    config = {"site_name": "Lab", "extra": {"academic": {"people": people}}}
    file = tmp_path / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    for photo in [one["photo"] for one in people.values() if "://" not in one.get("photo", "://")]:
        (tmp_path / "docs" / photo).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / photo).touch()
    site = load_site(file)
    assert not site.mistakes
    twice = [one for one in site.warnings if "once more" in one.message]
    kept = list(site.registry.people.values())
    assert len(kept) + len(twice) == len(given)
    by_name = {one.name: one for one in kept}
    for _, front, text in given:
        found = by_name.get(front.get("name") or front.get("title"))
        if found is None:
            continue  # told of as standing there twice
        everything = " ".join(said_by(found).split())
        skipped = {"role", "group"}
        for key, value in front.items():
            for one in strings(value) if key not in skipped else ():
                bare = one.rstrip("/") if key == "links" else one
                assert " ".join(bare.split()) in everything, f"{key} is lost"
        assert " ".join(text.split()) in everything
        past = bool(ALUMNI & {str(front.get("group")), str(front.get("role"))})
        assert bool(found.end.text) is past


@pytest.mark.parametrize("lab", FOLDERS, ids=lambda lab: f"lab-{FOLDERS.index(lab) + 1}")
def test_projects_lose_nothing(lab: Path, tmp_path: Path) -> None:
    file = lab / "_data" / "projects.yaml"
    if not file.is_file():
        pytest.skip("this lab has no projects")
    given = [one for one in yaml.safe_load(file.read_text("utf-8")) or [] if one]
    items = [
        {
            "name": one["title"],
            "url": one.get("link") or "",
            "image": one.get("image") or "",
            "text": "\n\n".join(filter(None, [one.get("subtitle"), one.get("description")])),
            "tags": [*filter(None, [one.get("group")]), *(one.get("tags") or ())],
            "links": {"code": f"https://github.com/{one['repo']}"} if one.get("repo") else {},
        }
        for one in given
    ]
    config = {"site_name": "Lab", "extra": {"academic": {"projects": items}}}
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    site = load_site(settings)
    assert not site.mistakes
    kept = site.sections["projects"].items  # type: ignore[attr-defined]
    assert len(kept) == len(given)
    for one, item in zip(given, kept, strict=True):
        everything = " ".join([*strings(item.model_dump())])
        for value in strings(one):
            assert " ".join(value.split()) in " ".join(everything.split())

"""The repository of a laboratory: where its members' sites lie, and who is building all of them."""

from __future__ import annotations

from pathlib import Path

MEMBERS = "people"  # the folder of the members' sites, in the repository and in the tree
SETTINGS = "mkdocs.yml"
WHOLE = "MKDOCS_ACADEMIC_LAB"  # set in the environment of a site that is built with all others


def members(lab: Path) -> list[str]:
    """Return the names of the folders that hold a member's site."""
    return sorted(file.parent.name for file in (lab / MEMBERS).glob(f"*/{SETTINGS}"))


def is_lab(folder: Path) -> bool:
    """Tell a laboratory's repository, from which the last member may have gone."""
    return (folder / "lab.yml").is_file() or bool(members(folder))

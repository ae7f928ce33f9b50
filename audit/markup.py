"""HTML checkers, where they are there: what they say of our markup, not of Material's."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .lighthouse import NODE_MODULES

_VNU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_VALIDATE = NODE_MODULES / ".bin" / "html-validate"

# The two toggles that Material's base.html writes with an attribute they may not have; everything
# else in a page counts.
_THEIRS = re.compile(r'id="__(?:drawer|search)"')


def nu(files: Iterable[Path]) -> list[str] | None:
    """Return the errors of the Nu HTML checker; None where it or Java is not there."""
    if not (_VNU.exists() and shutil.which("java")):
        return None
    command = ["java", "-jar", str(_VNU), "--format", "json", "--errors-only", "--exit-zero-always"]
    result = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
    said = json.loads(result.stderr or "{}").get("messages", [])
    return [_line(one["url"], one["message"], one.get("extract", "")) for one in said if _ours(one)]


def _ours(message: dict[str, str]) -> bool:
    return not _THEIRS.search(message.get("extract", ""))


def html_validate(files: Iterable[Path]) -> list[str] | None:
    """Return the errors of html-validate by its standard rules; None where it is not there."""
    if not (_VALIDATE.exists() and shutil.which("node")):
        return None
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(_VALIDATE), "--preset", "standard", "--formatter", f"json={report}"]
        subprocess.run([*command, *map(str, files)], capture_output=True)
        said = json.loads(report.read_text("utf-8"))
    found: list[str] = []
    for file in said:
        lines = Path(file["filePath"]).read_text("utf-8").split("\n")
        for one in file["messages"]:
            place = lines[one["line"] - 1][max(0, one["column"] - 40) : one["column"] + 120]
            if one["severity"] == 2 and not _THEIRS.search(place):
                found.append(_line(file["filePath"], f"{one['ruleId']}: {one['message']}", place))
    return found


def _line(where: str, message: str, extract: str) -> str:
    return f"{Path(where).parent.name}/{Path(where).name}: {message}: {extract.strip()[:120]}"

"""A build reads files and nothing else: it does not even load what could go online."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from ..test_architecture import MODULES, PACKAGE

NETWORK = "mkdocs_academic.online.http"
ONLINE = {"urllib.request", "http.client", "socket", "ssl", "requests", "httpx"}


def _loads(module: Path) -> set[str]:
    """Return what a module loads, `from a import b` as both `a` and `a.b`."""
    package = ["mkdocs_academic", *module.relative_to(PACKAGE).parts[:-1]]
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return found


def test_only_a_command_knows_the_network() -> None:
    knowing = [module for module in MODULES if NETWORK in _loads(module)]
    assert [module.relative_to(PACKAGE).as_posix() for module in knowing] == [
        "cli/asking.py",
        "cli/citations.py",
        "cli/fetch.py",
    ]


def test_only_one_module_can_go_online() -> None:
    online = {
        module.relative_to(PACKAGE).as_posix() for module in MODULES if _loads(module) & ONLINE
    }
    assert online == {"online/http.py"}


def test_a_build_does_not_load_it(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nextra:\n  academic:\n    citations: {sources: [openalex, crossref]}\n"
        "    publications: [{title: A, key: a}]\n",
        "utf-8",
    )
    (tmp_path / "citations.json").write_text('{"version": 1, "sources": {}}', "utf-8")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from mkdocs_academic import load_site\n"
        "from mkdocs_academic.citations import numbers, store\n"
        "import mkdocs_academic.macros, mkdocs_academic.pluglet, mkdocs_academic.mdx\n"
        "site = load_site(Path('mkdocs.yml'))\n"
        "assert not site.mistakes, site.mistakes\n"
        "known = store.read(Path('citations.json'))\n"
        "numbers.resolve(site.citations, known, site.publications)\n"
        f"print({NETWORK!r} in sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert result.stdout == "False\n"

"""Sites to check, and what is found in them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_academic import checks
from mkdocs_academic.checks import subject
from mkdocs_academic.cli import main

HEAD = """\
site_name: Ada Example
site_url: https://ada.example.org/
theme: {name: academic}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - academic
"""


def site(
    folder: Path,
    settings: str = "",
    bib: str = "",
    page: str = "# Hi\n",
    head: str = HEAD,
    **files: str,
) -> Path:
    """Write a site; `settings` are those below `extra.academic`, which begin in line 10."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "index.md").write_text(page, "utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    settings = settings or "profile: {name: Ada Example}\n"
    if bib:
        (folder / "papers.bib").write_text(bib, "utf-8")
        settings += "\npublications: papers.bib\n"
    indented = "".join(f"    {line}\n" if line else "\n" for line in settings.splitlines())
    text = f"{head}extra:\n  academic:\n{indented}"
    (folder / "mkdocs.yml").write_bytes(text.encode())
    return folder / "mkdocs.yml"


def check(file: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(file), *options])


def found(file: Path) -> list[str]:
    return [str(one) for one in checks.run(subject.read(file))]


def entry(fields: str = "", author: str = "Example, Ada", kind: str = "article") -> str:
    return f"@{kind}{{one,\n  title = {{One}},\n  author = {{{author}}},\n  {fields}\n}}\n"


FULL = "journal = {J}, year = {2020}, doi = {10.1000/1}"

"""`mkdocs-academic export`: writes pages and files where no plugin does it: Zensical."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from .. import exported
from ..outputs import download_files, page_stubs, paper_files, redirects, side_files
from ..site import Site
from . import settings_file
from .terminal import say, warn


@click.command()
@settings_file.config_file
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the files alone, and there: into a built site.",
)
@click.option("--force", is_flag=True, help="Write over files of yours, too.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
def export(config_file: Path, folder: Path | None, force: bool, **_: bool) -> None:
    """Write what MkDocs adds by itself: pages of papers, downloads, feeds, badges.

    For Zensical, before every build: they come among your pages. A file of yours of the same
    name stays; what an earlier export wrote is renewed, and goes when it has no use any more.
    """
    site = settings_file.site_of(config_file)
    downloads = {path: b"".join(pieces) for path, pieces in download_files.files(site)}
    files = {**_encoded(dict(side_files.rendered(site))), **downloads}
    if folder:
        _export(files, folder, set(), site, force)
        return
    before = exported.paths(site.root)
    pages = dict(page_stubs.files(site))

    def is_taken(source: str) -> bool:
        ours = source in before and source not in pages  # it goes
        return not ours and (site.docs_dir / source).is_file()

    moved = {one.path: one.html for one in redirects.files(site) if not is_taken(one.source)}
    copied = {path: file.read_bytes() for path, file in paper_files.copies(site)}
    written = _export(
        {**files, **_encoded({**pages, **moved}), **copied}, site.docs_dir, before, site, force
    )
    gone = sorted(before - set(written))
    exported.remove(site.docs_dir, gone)
    for path in gone:
        _say(f"{path}: removed")
    _write(site.root / exported.LIST, exported.text(written).encode())


def _encoded(files: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", errors="replace") for path, text in files.items()}


def _export(
    files: Mapping[str, bytes], target: Path, before: set[str], site: Site, force: bool
) -> list[str]:
    """Write what is not the user's; return what was written."""
    written: list[str] = []
    for path, content in files.items():
        if path not in before and (site.docs_dir / path).is_file() and not force:
            _say(f"{path}: is among the pages already: not written (--force does)")
        else:
            _write(target / path, content)
            written.append(path)
    _say(
        f"{len(written)} files written to {target.name}/" if files else "There is nothing to write."
    )
    return written


def _write(file: Path, content: bytes) -> None:
    """Write a file, unless it holds that already: what is untouched need not be built again."""
    try:
        if not (file.is_file() and file.read_bytes() == content):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        warn([f"{file}: cannot be written: {error.strerror}"])
        raise SystemExit(1) from None


def _say(line: str) -> None:
    """Say what is no mistake, unless `--quiet`."""
    if not click.get_current_context().params["quiet"]:
        say(line)

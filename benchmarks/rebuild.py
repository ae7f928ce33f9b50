"""What `mkdocs serve` does after an edit, in a process of its own: CPU seconds of a rebuild.

`python rebuild.py SITE FILE` builds the site, edits FILE in it three times, builds again after
each, and prints the median as JSON. FILE is put back.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path
from statistics import median

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main() -> None:
    """Build once, then after every edit."""
    root, file = Path(sys.argv[1]), Path(sys.argv[1], sys.argv[2])
    written = file.read_text("utf-8")
    with tempfile.TemporaryDirectory() as site_dir:
        config = _config(root, site_dir)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=config.site_url)
        seconds = []
        for turn in range(3):
            file.write_text(_edited(written, file.suffix, turn), "utf-8")
            before = _cpu()
            config = _config(root, site_dir)
            build(config, serve_url=config.site_url)
            seconds.append(_cpu() - before)
        config.plugins.on_shutdown()
    file.write_text(written, "utf-8")
    print(json.dumps({"cpu": median(seconds)}))


def _config(root: Path, site_dir: str):  # type: ignore[no-untyped-def]
    config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=site_dir)
    config.site_url = "http://127.0.0.1:8000/"
    return config


def _edited(text: str, suffix: str, turn: int) -> str:
    """Change a page at its end, a bibliography in the title in its middle."""
    if suffix != ".bib":
        return f"{text}\nEdit {turn}.\n"
    titles = [one.end() for one in re.finditer(r'^  title +=\s*[{"]', text, re.MULTILINE)]
    at = titles[len(titles) // 2]
    return f"{text[:at]}Edit {turn} of {text[at:]}"


def _cpu() -> float:
    return sum(os.times()[:4])


main()

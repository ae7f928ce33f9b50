"""The reading of a bibliography alone: entries, names, LaTeX to Unicode; CPU seconds.

`python reading.py FILE` prints them as JSON, without the time of imports.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from mkdocs_academic import collector
from mkdocs_academic.bibliography import latex, names, sources, venues
from mkdocs_academic.words import words


def main() -> None:
    """Read everything that a list shows of an entry."""
    file = Path(sys.argv[1])
    before = time.process_time()
    with collector.resting():  # as a build reads: one thing of all entries after the other
        entries = sources.read(file, file.name).entries
        fields = [entry.fields for entry in entries]
        for field in fields:
            names.split(field.get("author", ""))
        for field in fields:
            latex.to_html(field.get("title", ""))
        for entry in entries:
            venues.of(entry.type, entry.fields, words("en"))
        for field in fields:
            latex.to_html(field.get("abstract", ""))
        spent = time.process_time() - before
    print(json.dumps({"cpu": spent}))


main()

"""The reading of a bibliography alone: entries, names, LaTeX to Unicode; CPU seconds.

`python reading.py FILE` prints them as JSON, without the time of imports.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from mkdocs_academic.bibliography import latex, names, sources, venues
from mkdocs_academic.words import words


def main() -> None:
    """Read everything that a list shows of an entry."""
    file = Path(sys.argv[1])
    before = time.process_time()
    for entry in sources.read(file, file.name).entries:
        field = entry.fields
        names.split(field.get("author", ""))
        latex.to_html(field.get("title", ""))
        venues.of(entry.type, field, words("en"))
        latex.to_html(field.get("abstract", ""))
    print(json.dumps({"cpu": time.process_time() - before}))


main()

"""`mkdocs-academic lab build`, in a process of its own: what building a whole lab takes.

`python lab_build.py LAB clock` prints the seconds on the clock as JSON, `… LAB cpu` the CPU seconds
of all processes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from multiprocessing import forkserver
from pathlib import Path

from mkdocs_academic import lab_build


def main() -> None:
    """Build all sites of a lab, as many at a time as there are cores."""
    lab = Path(sys.argv[1])
    start = time.monotonic()
    failed = [one for one in lab_build.build(lab, lab / "site") if not one.is_built]
    clock = time.monotonic() - start
    if failed:
        sys.exit("\n".join(f"{one.name}: {one.said}" for one in failed))
    # The processes are counted when the server of forks has ended, and it would only end after us.
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    print(json.dumps({"cpu": clock if sys.argv[2] == "clock" else sum(os.times()[:4])}))


if __name__ == "__main__":
    main()

"""A process small enough to measure others from: memory of a child begins at its parent's.

`python -I -S launch.py ANSWER COMMAND [ARGUMENT ...]` runs the command and writes to the file
ANSWER, as JSON: CPU seconds (user and system, of the whole tree of processes), peak memory of
the largest process in bytes, and the exit status.
"""

from __future__ import annotations

import json
import os
import sys


def main() -> None:
    """Run the command and wait for it."""
    answer, *command = sys.argv[1:]
    child = os.fork()
    if child == 0:
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    found = {
        "cpu": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss * unit,
        "status": os.waitstatus_to_exitcode(status),
    }
    with open(answer, "w", encoding="utf-8") as file:
        json.dump(found, file)


main()

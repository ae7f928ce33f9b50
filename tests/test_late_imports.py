"""Libraries that wait until they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .test_memory import config  # noqa: F401 (a fixture)


def python(said: str) -> str:
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_does_not_load_what_it_does_not_need(config: Path) -> None:  # noqa: F811
    said = (
        "import sys\n"
        f"sys.argv = ['mkdocs', 'build', '-q', '-f', {str(config)!r}]\n"
        "from mkdocs.__main__ import cli\n"
        "try:\n    cli()\nexcept SystemExit: pass\n"
        "print('mkdocs_macros.util' in sys.modules, 'requests.sessions' in sys.modules)\n"
    )
    assert python(said).split()[-2:] == ["True", "False"]


def test_it_is_whole_when_it_is_used() -> None:
    said = (
        "import sys\n"
        "from mkdocs_academic import late_imports\n"
        "late_imports.postpone()\n"
        "import requests\n"
        "assert 'requests.sessions' not in sys.modules\n"
        "from requests.exceptions import ConnectionError\n"
        "assert issubclass(ConnectionError, requests.RequestException)\n"
        "print(callable(requests.get), requests.__name__)\n"
    )
    assert python(said).split() == ["True", "requests"]


def test_a_part_of_it_is_the_same_part_later() -> None:
    said = (
        "from mkdocs_academic import late_imports\n"
        "late_imports.postpone()\n"
        "import requests.adapters as adapters\n"
        "import requests\n"
        "print(requests.adapters is adapters, requests.__version__ > '2')\n"
    )
    assert python(said).split() == ["True", "True"]


def test_what_is_loaded_or_not_installed_stays_as_it_is() -> None:
    said = (
        "import sys, requests\n"
        "from mkdocs_academic import late_imports\n"
        "late_imports.postpone()\n"
        "assert sys.modules['requests'] is requests\n"
        "late_imports.postpone('no_such_library')\n"
        "print('no_such_library' in sys.modules)\n"
    )
    assert python(said).split() == ["False"]

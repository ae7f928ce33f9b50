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


BEGIN = "import sys, mkdocs\nfrom mkdocs_academic import late_imports\nlate_imports.usual()\n"


def test_a_build_does_not_load_what_it_does_not_need(config: Path) -> None:  # noqa: F811
    said = (
        "import sys\n"
        f"sys.argv = ['mkdocs', 'build', '-q', '-f', {str(config)!r}]\n"
        "from mkdocs.__main__ import cli\n"
        "try:\n    cli()\nexcept SystemExit: pass\n"
        "print(*(one in sys.modules for one in"
        " ('mkdocs_macros.util', 'pymdownx.util', 'requests', 'http.client', 'ssl')))\n"
    )
    assert python(said).split()[-5:] == ["True", "True", "False", "False", "False"]


def test_it_is_whole_for_whom_it_waits() -> None:
    said = (
        "from mkdocs_macros import util\n"
        "assert 'requests' not in sys.modules\n"
        "assert not hasattr(util.requests, '__no_such__')\n"
        "error = util.requests.exceptions.RequestException\n"
        "import requests\n"
        "print(error is requests.RequestException, util.requests.get is requests.get)\n"
    )
    assert python(BEGIN + said).split() == ["True", "True"]


def test_functions_that_are_taken_out_work_when_they_are_called() -> None:
    said = (
        "from pymdownx import util\n"
        "assert 'urllib.request' not in sys.modules and 'ssl' not in sys.modules\n"
        "import urllib.parse\n"
        "print(util.pathname2url('/a b/ä'), util.url2pathname('/a%20b'))\n"
        "import urllib.request\n"
        "print(type(urllib.request).__name__, urllib.request.pathname2url('/a b/ä'))\n"
        "from urllib.request import urlopen\n"
        "print(urlopen.__module__)\n"
    )
    assert python(BEGIN + said).splitlines() == [
        "/a%20b/%C3%A4 /a b",
        "module /a%20b/%C3%A4",
        "urllib.request",
    ]


def test_all_others_get_the_library_itself() -> None:
    said = (
        "from requests.adapters import HTTPAdapter\n"
        "import requests\n"
        "print(requests.adapters.HTTPAdapter is HTTPAdapter, type(requests).__name__)\n"
    )
    assert python(BEGIN + said).split() == ["True", "module"]


def test_what_is_loaded_or_not_installed_stays_as_it_is() -> None:
    said = (
        "late_imports.postpone('no_such_library', 'no_such_user')\n"
        "print('no_such_library' in sys.modules)\n"
    )
    assert python(BEGIN + said).split() == ["False"]
    said = "print(sys.modules['requests'] is requests)"
    assert python(f"import requests\n{BEGIN}{said}").split() == ["True"]


def test_what_is_looked_for_in_a_package_is_found() -> None:
    """`xml.sax.saxutils` says `import urllib.request` and takes `urlopen` from there later."""
    said = (
        "late_imports.postpone('urllib.request', 'xml.sax.saxutils')\n"
        "import urllib, xml.sax.saxutils\n"
        "print('http.client' in sys.modules, xml.sax.saxutils.urllib.request.urlopen.__module__)\n"
        "import urllib.request\n"
        "print('http.client' in sys.modules, type(urllib.request).__name__)\n"
    )
    assert python(BEGIN + said).split() == ["False", "urllib.request", "True", "module"]


def test_without_mkdocs_nothing_is_loaded() -> None:
    said = BEGIN.replace(", mkdocs", "") + "print('mkdocs_macros' in sys.modules)\n"
    assert python(said).split() == ["False"]

"""The schema of the settings: what works is right in an editor, what is misspelt is not."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from mkdocs_academic.cli import main
from mkdocs_academic.schema import DIALECT, options_at, schema
from mkdocs_academic.sections import TYPES
from mkdocs_academic.services import SERVICES
from mkdocs_academic.validation import Academic

from .conftest import ROOT

GOLDEN = sorted((ROOT / "tests" / "golden").rglob("*.yml"))
SITES = [ROOT / "mkdocs.yml", *sorted((ROOT / "tests" / "sites").glob("*/mkdocs.yml"))]
VALIDATOR = jsonschema.Draft202012Validator(schema())


class _EditorLoader(yaml.SafeLoader):
    """Reads as YAML 1.2's core schema does, as editors do: dates, yes and no are texts."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in rows if tag.rsplit(":")[-1] not in ("timestamp", "bool")
    ]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("true|True|TRUE|false|False|FALSE"), list("tTfF")
)
_EditorLoader.add_multi_constructor("!", lambda *_: None)
_EditorLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def loaded(text: str) -> Any:
    return as_json(yaml.load(text, Loader=_EditorLoader))


def as_json(value: Any) -> Any:
    """Return what JSON can hold: its keys are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    return [as_json(one) for one in value] if isinstance(value, list) else value


def faults(settings: Any, **around: Any) -> list[str]:
    whole = {**around, "extra": {"academic": settings}}
    return [f"{one.json_path}: {one.message[:200]}" for one in VALIDATOR.iter_errors(whole)]


def told(case: Path) -> str:
    """Return what is said of the settings, not of calls in the page."""
    text = case.with_suffix(".txt")
    lines = text.read_text("utf-8").splitlines() if text.is_file() else []
    return "\n".join(line for line in lines if ": extra.academic." in line)


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == DIALECT


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.parent.name)
def test_real_sites_are_right(site: Path) -> None:
    assert [one.message for one in VALIDATOR.iter_errors(loaded(site.read_text("utf-8")))] == []


@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden_cases(case: Path) -> None:
    """What is no mistake is right; an unknown option and a wrong choice are not."""
    found = faults(loaded(case.read_text("utf-8")))
    if "unknown option" in told(case) or ": should be '" in told(case):
        assert found
    elif not told(case):
        assert found == []


@pytest.mark.parametrize("case", [one for one in GOLDEN if "unknown option" in told(one)])
def test_each_unknown_option_is_found_where_it_stands(case: Path) -> None:
    """Without it, its place is right: nothing else was the fault."""
    settings = loaded(case.read_text("utf-8"))
    places = re.findall(r"extra\.academic\.(\S+): unknown option", told(case))
    assert places
    for place in places:
        *steps, name = place.split(".")
        assert name not in options_at(tuple(int(s) if s.isdigit() else s for s in steps))
    assert faults(settings)


@pytest.mark.parametrize(
    "settings",
    [
        "news: data/news.yml",
        "news: [just a text, {date: 2021.10, text: x}, {date: 2021-10-05}]",
        "news: {items: news.yml, limit: 3, older: no}",
        "news:",
        "news: {title:, items: [{text: x, url: }]}",
        "publications: papers.bib",
        "publications: {bibliography: {lab: lab.bib, own: false}, overlay: overlay.yml}",
        "publications: {bibliography: [a.bib], selected: yes, year: 2024, max_authors: 5}",
        "publications: [{title: T, year: 2024, author: A and B}, A text.]",
        "publications: [papers.bib, more.ris, {title: T}]",
        "publications: {entries: [papers.bib], bibliography: more.bib}",
        "profile: {name: A, aliases: B, links: {github: ada, orcid: {url: x, label: y}, own: https://a.b}}",
        "sections: news",
        "pages: yes",
        "citations: {source: openalex, total: 1024, date: 2026-11-01, drop: 20%, live: yes}",
        "citations: {sources: [openalex, {inspire: 226}, {google-scholar-stats: {file: a}}]}",
        "citations: {sources: {openalex: yes, crossref: no}, badge: {color: 9cf}}",
        "metrics: {h-index: no, Novelty: 51%, papers: {value: 3, of: 10}, per_year: {2025: 80}}",
        "people: [{name: B, url: https://b.org}]",
        "reading: {like: news, items: [a]}",
    ],
)
def test_every_short_form_is_right(settings: str) -> None:
    given = loaded(settings)
    assert faults({"profile": {"name": "A"}, **given}) == []


@pytest.mark.parametrize(
    "settings",
    [
        "profil: {name: A}",
        "profile: {nmae: A}",
        "news: {limit: many}",
        "news: {order: newst}",
        "news: [{txet: x}]",
        "news: {items: [{links: [a]}]}",
        "publications: {entries: [{titel: T}]}",
        "reading: {like: nothing, items: [a]}",
        "reading: {like: news, itms: [a]}",
        "citations: {badge: {style: round}}",
        "look: pink",
        "profile: {name: A, links: {github: {user: ada}}}",
    ],
)
def test_mistakes_are_found(settings: str) -> None:
    assert faults({"profile": {"name": "A"}, **loaded(settings)})


def test_a_name_is_required_unless_it_may_be_inherited() -> None:
    assert faults({"profile": {"role": "x"}})
    assert faults({"profile": {"role": "x"}}, INHERIT="lab.yml") == []


def test_everything_else_in_the_file_is_free() -> None:
    assert (
        list(VALIDATOR.iter_errors({"site_name": "x", "plugins": [{"a": 1}], "extra": {"b": 1}}))
        == []
    )
    assert list(VALIDATOR.iter_errors({"site_name": "x", "extra": None})) == []


def test_every_option_of_the_settings_is_known_and_told() -> None:
    options = schema()["properties"]["extra"]["properties"]["academic"]["properties"]
    assert set(options) == set(Academic.model_fields)
    for name, option in options.items():
        assert option["description"], name
    for name, row in TYPES.items():
        assert set(options_at((name,))) == set(row.settings.model_fields)
    services = schema()["$defs"]["Profile"]["properties"]["links"]["properties"]
    assert set(services) == {row.key for row in SERVICES}


def test_the_command_prints_and_writes_it(tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["schema"])
    assert printed.exit_code == 0
    assert json.loads(printed.output) == json.loads(json.dumps(schema()))
    file = tmp_path / "academic.schema.json"
    command = [sys.executable, "-m", "mkdocs_academic", "schema", "-o", str(file)]
    assert subprocess.run(command, check=True, capture_output=True).stdout == b""
    assert file.read_bytes() == printed.stdout_bytes
    failed = CliRunner().invoke(main, ["schema", "-o", str(tmp_path / "nowhere" / "x.json")])
    assert failed.exit_code == 1
    assert "cannot be written" in failed.output


# The real server that editors run: `npm install -g yaml-language-server`, or the variable.
SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")


@pytest.mark.skipif(not SERVER, reason="there is no yaml-language-server here")
def test_the_real_language_server(tmp_path: Path) -> None:
    (tmp_path / "academic.schema.json").write_text(json.dumps(schema()), "utf-8")
    head = "# yaml-language-server: $schema=academic.schema.json\n"
    right = f"{head}{(ROOT / 'mkdocs.yml').read_text('utf-8')}"
    wrong = (
        f"{head}site_name: A\nextra:\n  academic:\n    profile:\n      name: A\n      roel: x\n"
        "    news:\n      - date: 2021.10\n        txet: x\n    look: pink\n"
        "    reading: {like: news, itms: [a]}\n"
    )
    files = {"right.yml": right, "wrong.yml": wrong}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with _Server(tmp_path) as server:
        assert server.diagnosed("right.yml") == []
        assert sorted(line for line, _ in server.diagnosed("wrong.yml")) == [7, 10, 11, 12]
        hover = server.asked(
            "textDocument/hover", "right.yml", line_of(right, "    profile:", "profile")
        )
        assert "Who you are" in json.dumps(hover)
        names = server.asked("textDocument/completion", "wrong.yml", (6, 6))
        assert {"role", "pronouns"} <= {one["label"] for one in names["items"]}


def line_of(text: str, start: str, word: str) -> tuple[int, int]:
    for number, line in enumerate(text.splitlines()):
        if line.startswith(start):
            return number, line.index(word) + 1
    return 0, 0


def _shown_configuration() -> dict[str, Any]:
    """Return what the manual tells people to set, as the server asks for it: below `yaml`."""
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    shown = json.loads(re.findall(r"^```json\n(.*?)^```$", page, re.M | re.S)[-1])
    return {key.removeprefix("yaml."): value for key, value in shown.items()}


CONFIGURATION = _shown_configuration()


class _Server:
    """Speaks the Language Server Protocol over standard input and output."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._told: dict[str, list[tuple[int, str]]] = {}
        assert SERVER
        self._process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )

    def __enter__(self) -> _Server:
        root = self._folder.as_uri()
        able = {"workspace": {"configuration": True}}
        self.request("initialize", {"processId": None, "rootUri": root, "capabilities": able})
        self.send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def messages(self) -> Iterator[dict[str, Any]]:
        out = self._process.stdout
        assert out
        while line := out.readline():
            length = int(line.split(b":")[1])
            while out.readline().strip():
                pass
            message = json.loads(out.read(length))
            if message.get("method") == "workspace/configuration":
                asked = len(message["params"]["items"])
                self.send({"id": message["id"], "result": [CONFIGURATION] * asked})
            elif "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})
            yield message

    def request(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        self.send({"id": self._number, "method": method, "params": params})
        answers = (
            one for one in self.messages() if one.get("id") == self._number and "method" not in one
        )
        return next(answers)["result"]

    def diagnosed(self, name: str) -> list[tuple[int, str]]:
        """Open a file and return lines (from 1) and messages of what is wrong in it."""
        uri = (self._folder / name).as_uri()
        text = (self._folder / name).read_text("utf-8")
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        for one in self.messages():
            if (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
            ):
                found = one["params"]["diagnostics"]
                return [(d["range"]["start"]["line"] + 1, d["message"]) for d in found]
        raise AssertionError("the server has stopped")

    def asked(self, method: str, name: str, place: tuple[int, int]) -> Any:
        position = {"line": place[0], "character": place[1]}
        document = {"uri": (self._folder / name).as_uri()}
        return self.request(method, {"textDocument": document, "position": position})

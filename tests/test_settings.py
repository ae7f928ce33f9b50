"""What the user wrote arrives as written, with the place where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic import settings, yaml_text


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def academic(*lines: str) -> str:
    return "extra:\n  academic:\n" + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    "written",
    [
        *("2021.10", "2310.06770", "0123", "no", "yes", "on", "12:30", "1e3", "0x10", "1_000"),
        *("2024-13-40", "2024-01-02", "2024-01-02 10:00:00", "true", "3.10", "=", ".inf", "012"),
    ],
)
def test_scalars_stay_text(tmp_path: Path, written: str) -> None:
    file = write(tmp_path, "mkdocs.yml", academic(f"key: {written}"))
    assert settings.read(file).academic == {"key": written}


def test_nothing_is_none(tmp_path: Path) -> None:
    file = write(tmp_path, "mkdocs.yml", academic("a:", "b: ~", "c: null", "d: ''"))
    assert settings.read(file).academic == {"a": None, "b": None, "c": None, "d": ""}


def test_tags_of_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIVEN", "from outside")
    text = academic("a: !ENV GIVEN", "b: !ENV [MISSING, GIVEN, x]", "c: !ENV [MISSING, default]")
    text += "theme: {x: !!python/name:material.extensions.emoji.twemoji , y: !relative $docs}\n"
    found = settings.read(write(tmp_path, "mkdocs.yml", text))
    assert found.academic == {"a": "from outside", "b": "from outside", "c": "default"}
    assert found.config["theme"] == {"x": None, "y": None}
    assert not found.problems


def test_merge_keys(tmp_path: Path) -> None:
    text = academic("base: &base {x: 1, y: 2}", "own:", "  <<: *base", "  y: 3")
    found = settings.read(write(tmp_path, "mkdocs.yml", text))
    assert found.academic["own"] == {"x": "1", "y": "3"}
    assert found.locate(("own", "x")) == ("mkdocs.yml", 3)
    assert found.locate(("own", "y")) == ("mkdocs.yml", 6)


def test_inherit_merges_mappings_and_replaces_lists(tmp_path: Path) -> None:
    write(tmp_path, "lab/lab.yml", academic("profile: {name: A, role: R}", "news: [a, b]"))
    own = write(
        tmp_path,
        "ada/mkdocs.yml",
        "INHERIT: ../lab/lab.yml\n" + academic("profile: {name: B}", "news: [c]"),
    )
    found = settings.read(own)
    assert found.academic == {"profile": {"name": "B", "role": "R"}, "news": ["c"]}
    assert found.locate(("profile", "name")) == ("mkdocs.yml", 4)
    assert found.locate(("profile", "role")) == ("../lab/lab.yml", 3)


def test_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    write(tmp_path, "lab/lab.yml", academic("publications: {bibliography: lab.bib}"))
    own = write(
        tmp_path, "ada/mkdocs.yml", "INHERIT: ../lab/lab.yml\n" + academic("news: news.yml")
    )
    found = settings.read(own)
    lab_bib = found.resolve(("publications", "bibliography"), "lab.bib")
    assert lab_bib == (tmp_path / "lab" / "lab.bib").resolve()
    assert found.resolve(("news",), "news.yml") == (tmp_path / "ada" / "news.yml").resolve()


def test_inherit_in_a_circle_ends(tmp_path: Path) -> None:
    write(tmp_path, "b.yml", "INHERIT: a.yml\n" + academic("y: 2"))
    found = settings.read(write(tmp_path, "a.yml", "INHERIT: b.yml\n" + academic("x: 1")))
    assert found.academic == {"x": "1", "y": "2"}


def test_data_files_know_their_lines(tmp_path: Path) -> None:
    write(tmp_path, "data/news.yml", "- date: 2021.10\n- date: 2022.1\n  text: x\n")
    found = settings.read(write(tmp_path, "mkdocs.yml", academic("news: data/news.yml")))
    assert found.mount(("news",), "data/news.yml") == [
        {"date": "2021.10"},
        {"date": "2022.1", "text": "x"},
    ]
    assert found.locate(("news", "items", 1, "text")) == ("data/news.yml", 3)
    assert found.folder_of(("news", "items", 0)) == (tmp_path / "data").resolve()


def test_missing_data_file_is_a_mistake_at_its_setting(tmp_path: Path) -> None:
    found = settings.read(write(tmp_path, "mkdocs.yml", academic("news: no.yml")))
    assert found.mount(("news",), "no.yml") is None
    assert list(map(str, found.problems)) == [
        "mkdocs.yml:3: extra.academic.news: there is no file 'no.yml'"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", "x.yml:2: a: stands twice in one mapping: keep one of them"),
        (
            "a:\n\tb: 1\n",
            "x.yml:2: is not YAML: found character that cannot start any token; "
            "indent with spaces, not with tabs",
        ),
        (
            "a: b: c\n",
            "x.yml:1: is not YAML: mapping values are not allowed in this context; "
            "put quotes around a text that holds ': '",
        ),
        ("a: [1\n", "x.yml:2: is not YAML: did not find expected ',' or ']'"),
    ],
)
def test_what_is_wrong_with_a_file(tmp_path: Path, text: str, expected: str) -> None:
    file = write(tmp_path, "x.yml", text)
    assert list(map(str, yaml_text.read(file, "x.yml")[1])) == [expected]


def test_not_utf8_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes(b"a: 1\nb: M\xfcller\n")
    assert list(map(str, yaml_text.read(file, "x.yml")[1])) == [
        "x.yml:2: is not UTF-8: save it as UTF-8"
    ]


def test_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes("\ufeffa: é\r\nb: 2\r\n".encode())
    assert yaml_text.read(file, "x.yml")[0].data == {"a": "é", "b": "2"}

"""What `--fix` mends, and that nothing else is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mkdocs_academic.checks import mending, subject
from mkdocs_academic.checks.mend_settings import surely_meant

from ..conftest import ROOT
from .sites import HEAD, check, found, site

MENDED = [
    ("profile: {name: Ada Example, roel: x}", "roel: x", "role: x"),
    ("profile:\n  nmae: 'Ada'   # me, nmae\n", "nmae: 'Ada'", "name: 'Ada'"),
    ('news:\n-  "txet": b  # c\n', '"txet"', '"text"'),
    ("reading: {like: news, itmes: [a]}", "itmes", "items"),
    ("reading: {like: nws, items: [a]}", "nws", "news"),
    ("news: {order: 'newst', items: [a]}", "newst", "newest"),
    ("sections: [news, honours]\nhonors: [a]", "honours", "honors"),
    ("honours: [a]", "honours", "honors"),
    ("profile: {name: A, links: {githb: ada}}", "githb", "github"),
    ("talks:\n- {title: x, url: www.example.org/x}", "www.", "https://www."),
    ('talks:\n- title: x\n  links: {pdf: "example.org/x.pdf"}', "example.org/x", "https://example.org/x"),
    ("news: [{date: 2024-02-30, text: x}]", "2024-02-30", '"2024-02-30"'),
    ("news:\n- !important \"news\"", '!important "news"', '!important "news"'),
    ("news:\n- !important news", "!important news", '"!important news"'),
    ("news:\n- date: 2020\n  text: Two papers: one", "Two papers: one", '"Two papers: one"'),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "wrong", "right"), MENDED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_settings_are_mended_and_nothing_else(
    tmp_path: Path, settings: str, wrong: str, right: str, ends: str, mark: bytes
) -> None:
    file = site(tmp_path, settings, head=f"# é 中 comment:\t\n{HEAD}\n\n")
    before = mark + file.read_bytes().replace(b"\n", ends.encode()) + b"# the end, no newline"
    file.write_bytes(before)
    mending.mend(file)
    place = before.index(wrong.encode())
    after = before[:place] + right.encode() + before[place + len(wrong.encode()) :]
    assert file.read_bytes() == after
    assert mending.mend(file) == []


@pytest.mark.parametrize(
    "settings",
    [
        "profile: {name: A, rl: x}",  # two letters off
        "publications: [{title: T, dat: x}]",  # date or data
        "profile: {name: A, nam: B}",  # is there already
        "profile: {name: A, links: {zzzz: ada}}",
        "news: [{date: someday, text: x}]",
        "news: {order: old, items: [a]}",
        "news:\n- text: Two: papers # one: here",
        "news:\n- Two papers: one here",
        "news:\n- text: a: b\n    and more",
        "news:\n\t- x",
        "look: pink",
        "citations: {total: 5}",
    ],
)
def test_what_is_not_sure_stays(tmp_path: Path, settings: str) -> None:
    file = site(tmp_path, settings)
    before = file.read_bytes()
    assert mending.mend(file) == []
    assert file.read_bytes() == before


BIB = """\
% a comment, with é: @nothing
@string{j = "Journal"}
@article{one,
  title = {One}
  author = "Example, Ada",
  year = 2020 journal = j,
  year = 2020,
  note = {a},  note = {b}
}

@article{two
  title = {Two}, title = {Two},
  author = {Example, Ada}, year = 2021
}
free text
"""
MENDED_BIB = """\
% a comment, with é: @nothing
@string{j = "Journal"}
@article{one,
  title = {One},
  author = "Example, Ada",
  year = 2020, journal = j,
  note = {a},  note = {b}
}

@article{two,
  title = {Two},
  author = {Example, Ada}, year = 2021
}
free text
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_bibliographies_are_mended_and_nothing_else(tmp_path: Path, ends: str, mark: str) -> None:
    file = site(tmp_path, bib="x")
    bib = tmp_path / "papers.bib"
    bib.write_bytes((mark + BIB.replace("\n", ends)).encode())
    entries = [one.entry.fields for one in subject.read(file).site.publications if one.entry]
    mending.mend(file)
    assert bib.read_bytes().decode() == mark + MENDED_BIB.replace("\n", ends)
    assert [
        one.entry.fields for one in subject.read(file).site.publications if one.entry
    ] == entries
    assert mending.mend(file) == []


NOTED = """\
@string{pub = "House"}
@article{one,
  title = {One}, year = 2020, year = {2020},
  year = "2020",
  publisher = pub,
  publisher = "House", publisher = {pub},
  note = {A  long
          note}, note = {{A} long note},
  url = {www.example.org/a_b},  % mine
  pdf = " example.org/~x/a.pdf",
  code = \\url{www.example.org},
  website = {files/example.pdf},
  isbn = {}, isbn = {1}, isbn = 1, doi = {}, doi = {},
  slides = {example.org/a} # {b},
}
@article{two, title = {www.example.org}, year = 2020, crossref = {three}, note = {x.org/a}}
@proceedings{three, title = {Three}, url = {a.example.org/b}, editor = {E. Ditor}}
@misc{four, title = {Four}, url = {\\url{a.example.org/b}}}
"""
MENDED_NOTED = """\
@string{pub = "House"}
@article{one,
  title = {One}, year = 2020,
  publisher = pub,
  publisher = {pub},
  note = {A  long
          note}, note = {{A} long note},
  url = {https://www.example.org/a_b},  % mine
  pdf = " https://example.org/~x/a.pdf",
  code = \\url{www.example.org},
  website = {files/example.pdf},
  isbn = {}, isbn = {1}, doi = {}, doi = {},
  slides = {https://example.org/a} # {b},
}
@article{two, title = {www.example.org}, year = 2020, crossref = {three}, note = {x.org/a}}
@proceedings{three, title = {Three}, url = {a.example.org/b}, editor = {E. Ditor}}
@misc{four, title = {Four}, url = {\\url{https://a.example.org/b}}}
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_notations_and_addresses_are_mended(tmp_path: Path, ends: str, mark: str) -> None:
    file = site(tmp_path, bib="x")
    bib = tmp_path / "papers.bib"
    bib.write_bytes((mark + NOTED.replace("\n", ends)).encode())
    mending.mend(file)
    assert bib.read_bytes().decode() == mark + MENDED_NOTED.replace("\n", ends)
    assert mending.mend(file) == []


@pytest.mark.parametrize(
    "text", ["@article{a, title = {x\n}\n", "@article{a, title = x y, year = 1\n}"]
)
def test_a_broken_entry_stays(tmp_path: Path, text: str) -> None:
    file = site(tmp_path, bib=text)
    assert mending.mend(file) == []


def test_a_file_in_another_encoding_stays(tmp_path: Path) -> None:
    file = site(tmp_path, bib="x")
    (tmp_path / "papers.bib").write_bytes(BIB.encode("latin-1"))
    assert mending.mend(file) == []


def test_the_address_of_the_site_gets_its_scheme(tmp_path: Path) -> None:
    head = HEAD.replace("https://ada", "'ada").replace("org/", "org/' # é")
    (tmp_path / "lab.yml").write_text("repo_url: github.com/ada/x\nsite_url: b.org\n", "utf-8")
    file = site(tmp_path, head=f"INHERIT: lab.yml\n{head}")
    before = file.read_bytes()
    assert {one.file.name for one in mending.mend(file)} == {"mkdocs.yml", "lab.yml"}
    assert file.read_bytes() == before.replace(b"'ada.", b"'https://ada.")
    lab = (tmp_path / "lab.yml").read_text("utf-8")
    assert lab == "repo_url: https://github.com/ada/x\nsite_url: b.org\n"  # nobody reads it
    assert found(file) == []


def test_files_that_are_named_and_inherited_are_mended(tmp_path: Path) -> None:
    (tmp_path / "lab.yml").write_text("extra: {academic: {profile: {nmae: A}}}\n", "utf-8")
    (tmp_path / "n.yml").write_text("- txet: x\n", "utf-8")
    file = site(tmp_path, "news: n.yml", head="INHERIT: lab.yml\n" + HEAD)
    result = check(file, "--fix")
    assert result.exit_code == 0
    assert result.output == (
        "lab.yml:1\n"
        "- extra: {academic: {profile: {nmae: A}}}\n"
        "+ extra: {academic: {profile: {name: A}}}\n"
        "n.yml:1\n- - txet: x\n+ - text: x\n"
        "Nothing is wrong.\n"
    )


def test_fix_in_json_names_the_files(tmp_path: Path) -> None:
    file = site(tmp_path, "profile: {nmae: A}")
    assert json.loads(check(file, "--json").stdout)["fixable"] == 1
    report = json.loads(check(file, "--json", "--fix").stdout)
    assert (report["mended"], report["fixable"], report["problems"]) == (["mkdocs.yml"], 0, [])


def test_a_clean_site_is_not_touched(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "docs"):
        source = ROOT / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(
            source, tmp_path
        )
    before = {one: one.stat().st_mtime_ns for one in tmp_path.rglob("*")}
    assert mending.mend(tmp_path / "mkdocs.yml") == []
    assert {one: one.stat().st_mtime_ns for one in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("nmae", ["name", "aliases"], "name"),
        ("max-authors", ["max_authors"], "max_authors"),
        ("Title", ["title"], "title"),
        ("dat", ["date", "data"], ""),
        ("xy", ["xyz"], ""),
        ("text", ["title"], ""),
        ("honours", ["honors"], "honors"),
    ],
)
def test_surely_meant(word: str, known: list[str], meant: str) -> None:
    assert surely_meant(word, known) == meant


def lab_site(folder: Path, inherit: str) -> Path:
    """Write a site in a folder of its own that takes settings from elsewhere."""
    own = folder / "ada"
    own.mkdir()
    return site(own, f"inherit: {inherit}\nprofile: {{name: Ada Example, roel: x}}\n")


SHARED = "extra:\n  academic:\n    profile: {nmae: Ada}\n    publications: lab.bib\n"
TWICE = "@misc{one,\n  title = {One},\n  title = {One}\n}\n"


@pytest.mark.parametrize("place", ["venv/lib/site-packages", "ada/.venv/lib/site-packages", "src"])
def test_a_package_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    file = lab_site(tmp_path, "lab_of_ada:lab.yml")
    package = tmp_path / place / "lab_of_ada"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "lab.yml").write_text(SHARED, "utf-8")
    (package / "lab.bib").write_text(TWICE, "utf-8")
    monkeypatch.syspath_prepend(str(package.parent))
    result = check(file, "--fix")
    assert (package / "lab.yml").read_text("utf-8") == SHARED
    assert (package / "lab.bib").read_text("utf-8") == TWICE
    assert "roel" not in file.read_text("utf-8")
    what = "is elsewhere" if place == "src" else "is of an installed package"
    told = [line for line in result.output.splitlines() if ": not mended, as the file" in line]
    assert [line.partition("lab_of_ada/")[2] for line in told] == [
        f"lab.yml:3: 'nmae' was misspelt: not mended, as the file {what}; "
        "mend it in the project that it is of",
        f"lab.bib:3: the field 'title' stood there twice: not mended, as the file {what}; "
        "mend it in the project that it is of",
    ]
    assert "can mend" not in result.output


@pytest.mark.parametrize("is_one_repository", [True, False])
def test_files_beside_are_written_in_one_repository(
    tmp_path: Path, is_one_repository: bool
) -> None:
    (tmp_path / "ada").mkdir()
    file = site(tmp_path / "ada", "publications: ../lab.bib\n")
    (tmp_path / "lab.bib").write_text(TWICE, "utf-8")
    (tmp_path / (".git" if is_one_repository else "none")).mkdir()
    mending.mend(file)
    assert ((tmp_path / "lab.bib").read_text("utf-8") != TWICE) == is_one_repository


def test_what_is_inherited_is_written_with_what_is_beside_it(tmp_path: Path) -> None:
    (tmp_path / "lab.yml").write_text(SHARED, "utf-8")
    (tmp_path / "lab.bib").write_text(TWICE, "utf-8")
    (tmp_path / "ada").mkdir()
    file = site(tmp_path / "ada", "projects: []\n", head=f"INHERIT: ../lab.yml\n{HEAD}")
    mending.mend(file)
    assert "name: Ada" in (tmp_path / "lab.yml").read_text("utf-8")
    assert (tmp_path / "lab.bib").read_text("utf-8").count("title") == 1

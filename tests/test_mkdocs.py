"""The real engine: strict builds, mistakes, serving, deploying, searching."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT
from .engines import built, run

RESEARCHER = ROOT / "tests" / "sites" / "researcher"

CONFIG = """
site_name: Test
site_url: https://example.org/people/test/
theme: {name: academic}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - academic
extra:
  academic:
    profile: {name: Ada Example, links: {github: ada}}
"""


def site(folder: Path, settings: str = "", page: str = "# Home\n\n{{ sections() }}\n") -> Path:
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text(page, "utf-8")
    indented = "".join(f"    {line}\n" for line in settings.splitlines())
    (folder / "mkdocs.yml").write_text(CONFIG + indented, "utf-8")
    return folder / "mkdocs.yml"


def build(config: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("mkdocs", "build", "-f", str(config), *arguments)


def test_the_manual_builds_strictly() -> None:
    assert (built(ROOT / "mkdocs.yml") / "index.html").is_file()


def test_mistakes_are_one_exception_without_traceback(tmp_path: Path) -> None:
    result = build(site(tmp_path, "news: [{txt: x}]\nhonours: []\n"))
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    first = result.stderr.index("mkdocs.yml:12: extra.academic.news.items.0.txt: unknown option")
    second = result.stderr.index(
        "mkdocs.yml:13: extra.academic.honours: unknown option (did you mean 'honors'?)"
    )
    assert first < second
    assert not (tmp_path / "site" / "index.html").exists()


def test_without_the_macros_plugin_it_says_what_to_write(tmp_path: Path) -> None:
    config = site(tmp_path)
    text = config.read_text("utf-8").replace("  - macros: {modules: [mkdocs_academic]}\n", "")
    config.write_text(text, "utf-8")
    result = build(config)
    assert result.returncode == 1
    assert "- macros: {modules: [mkdocs_academic]}" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("{{ news(limt=3) }}", "index.md:3: news(): limt: unknown option (did you mean 'limit'?)"),
        ("{{ talks() }}", "index.md:3: talks(): there is no `talks:` in extra.academic"),
        ("{{ sections('nws') }}", "index.md:3: sections(): there is no section 'nws'"),
        ("{{ citation_badge() }}", "index.md:3: citation_badge(): there is no number"),
        ("{{ news(order=oldest) }}", 'index.md:3: news(): oldest has no quotes: order="oldest"'),
        ("{{ sections(news) }}", 'index.md:3: sections(): news has no quotes: "news"'),
        ("{{ news(order=[x]) }}", 'index.md:3: news(): x has no quotes: "x"'),
        ("{{ news(order=page.meta.x) }}", "index.md:3: news(): order: should be 'newest'"),
    ],
)
def test_a_wrong_call_costs_a_warning_and_a_box(tmp_path: Path, page: str, expected: str) -> None:
    config = site(tmp_path, "news: [{date: 2021.10, text: x}]", f"before\n\n{page}\n\nafter\n")
    result = build(config)
    assert result.returncode == 0
    assert expected in result.stderr
    html = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "<p>before</p>" in html
    assert "<p>after</p>" in html
    assert build(config, "--strict").returncode == 1


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_wrong_call_is_told_with_its_line_in_every_build(tmp_path: Path, engine: str) -> None:
    page = (
        "---\ntitle: Home\n---\n\n\n# Hi\n\n{% include 'part.md' %}\n\n"
        "{% for year in [1999] %}\n{{ news(limt=year) }}\n{% endfor %}\n"
    )
    config = site(tmp_path, "news: [x]", page)
    included = f"{{modules: [mkdocs_academic], include_dir: '{tmp_path / 'parts'}'}}"
    text = config.read_text("utf-8").replace("{modules: [mkdocs_academic]}", included)
    config.write_text(text, "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "part.md").write_text("a\n\nb\n\n{{ sections('nws') }}\n", "utf-8")
    for _ in range(2 if engine == "mkdocs" else 1):  # the second says it from memory
        result = run(engine, "build", "-f", str(config))
        told = re.findall(r"index\.md:?\d*: \w+\(\)", result.stderr)
        assert told == ["index.md:8: sections()", "index.md:11: news()"], result.stderr


def test_braces_of_the_user_are_text(tmp_path: Path) -> None:
    settings = (
        "news: [{text: 'a {{ site_name }} {% raw %} b'}]\n"
        "publications: [{title: 'Using {{ mustache }} and {% tags %}', year: 2020}]\n"
    )
    html = built(site(tmp_path, settings)).joinpath("index.html").read_text("utf-8")
    assert "a {{ site_name }} {% raw %} b" in html
    assert "Using {{ mustache }} and {% tags %}" in html


def test_texts_survive_markdown(tmp_path: Path) -> None:
    title = "_a_ *b* $x_1*y*z_2$ <c> & `d` 100% ~e~ [f](g) **h** 1. i # j"
    settings = f"publications:\n- title: '{title}'\n  year: 2020\n"
    config = site(tmp_path, settings)
    config.write_text(f"extra_javascript: [mathjax.js]\n{config.read_text('utf-8')}", "utf-8")
    html = built(config).joinpath("index.html").read_text("utf-8")
    found = re.search(r'<p class="acad-pub__title">(.*?)</p>', html)
    assert found
    shown = re.sub(r"<span class=\"arithmatex\">\\\((.*?)\\\)</span>", r"$\1$", found[1])
    linked = re.fullmatch(r'<a href="publications/2020x1yz2/" aria-label="[^"]+">(.*)</a>', shown)
    assert linked
    assert linked[1] == title.replace("&", "&amp;").replace("<c>", "&lt;c&gt;")
    code = re.search(r"<pre><code>(.*?)</code></pre>", html, re.DOTALL)
    assert code
    assert "$x_1*y*z_2$" in code[1]


def test_item_texts_know_links_emoji_math_and_icons(tmp_path: Path) -> None:
    text = "see [the talk](talks.md#a), :material-school: :tada: $x^2$ **b**"
    config = site(tmp_path, f"news: [{{text: '{text}'}}]")
    (tmp_path / "docs" / "talks.md").write_text("# Talks\n\n## A\n", "utf-8")
    html = built(config).joinpath("index.html").read_text("utf-8")
    assert '<a href="talks/#a">the talk</a>' in html
    assert 'class="acad-emoji" title=":tada:">🎉</span>' in html
    assert "https://cdn" not in html
    assert "<svg" in html
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in html


def test_a_dead_link_in_a_text_is_found(tmp_path: Path) -> None:
    result = build(site(tmp_path, "news: [{text: '[x](nowhere.md)'}]"), "--strict")
    assert result.returncode == 1
    assert "nowhere.md" in result.stderr


def test_inherited_settings_and_their_files(tmp_path: Path) -> None:
    lab = tmp_path / "lab"
    lab.mkdir()
    (lab / "news.yml").write_text("- {date: 2020.1, text: from the lab}\n", "utf-8")
    (lab / "lab.yml").write_text("extra: {academic: {news: news.yml}}\n", "utf-8")
    config = site(tmp_path / "ada")
    config.write_text("INHERIT: ../lab/lab.yml\n" + config.read_text("utf-8"), "utf-8")
    assert "from the lab" in built(config).joinpath("index.html").read_text("utf-8")


def test_user_templates_come_first(tmp_path: Path) -> None:
    config = site(tmp_path, "news: [{text: x}]")
    text = config.read_text("utf-8").replace("{name: academic}", "{name: academic, custom_dir: o}")
    config.write_text(text, "utf-8")
    (tmp_path / "o" / "academic").mkdir(parents=True)
    (tmp_path / "o" / "academic" / "news.html").write_text("<p>mine: {{ rows | length }}</p>")
    assert "<p>mine: 1</p>" in built(config).joinpath("index.html").read_text("utf-8")


def test_a_broken_user_template_is_named(tmp_path: Path) -> None:
    config = site(tmp_path, "news: [{text: x}]")
    text = config.read_text("utf-8").replace("{name: academic}", "{name: academic, custom_dir: o}")
    config.write_text(text, "utf-8")
    (tmp_path / "o" / "academic").mkdir(parents=True)
    (tmp_path / "o" / "academic" / "news.html").write_text("\n{{ rws }}\n{% endif %}")
    result = build(config)
    assert "Traceback" not in result.stderr
    assert "news.html" in result.stderr


def test_search_is_materials_and_finds_items() -> None:
    folder = built(RESEARCHER / "mkdocs.yml")
    html = (folder / "index.html").read_text("utf-8")
    assert 'data-md-component="search"' in html
    index = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))
    titles = {record["title"] for record in index["docs"]}
    assert {"🔥 News", "📝 Publications", "💬 Invited Talks"} <= titles
    (paper,) = [record for record in index["docs"] if "ADTopk" in record["title"]]
    assert paper["location"] == "publications/ming2024adtopk/"  # one small record
    assert "Zhangqiang Ming" in paper["text"]
    assert not any("ADTopk" in record["text"] for record in index["docs"])


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def until(found: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.2)
    return False


def fetched(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def test_serving_shows_mistakes_and_follows_every_file(tmp_path: Path) -> None:
    config = site(tmp_path, "news: data/news.yml\npublications: papers.bib\n")
    (tmp_path / "data").mkdir()
    news, papers = tmp_path / "data" / "news.yml", tmp_path / "papers.bib"
    papers.write_text("@misc{a, title = {First Paper}, year = 2020}\n", "utf-8")
    port = free_port()
    url = f"http://127.0.0.1:{port}/people/test/"
    log = (tmp_path / "log.txt").open("w")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-f",
        str(config),
        "-a",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen(command, stdout=log, stderr=log, cwd=tmp_path)
    try:
        absent = "extra.academic.news: there is no file &#39;data/news.yml&#39;"
        assert until(lambda: absent in fetched(url)), (tmp_path / "log.txt").read_text()
        news.write_text("- {date: 2021.10, txt: x}\n", "utf-8")
        mistake = "data/news.yml:1: extra.academic.news.items.0.txt: unknown option"
        assert until(lambda: mistake in fetched(url)), (tmp_path / "log.txt").read_text()
        news.write_text("- {date: 2021.10, text: all is well}\n", "utf-8")
        assert until(lambda: "all is well" in fetched(url)), (tmp_path / "log.txt").read_text()
        papers.write_text("@misc{a, title = {Second Paper}, year = 2021}\n", "utf-8")
        assert until(lambda: "Second Paper" in fetched(url)), (tmp_path / "log.txt").read_text()
    finally:
        server.terminate()
        server.wait(10)
        log.close()


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    result = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return result.stdout


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_deploying_to_a_bare_repository_under_a_sub_path(
    tmp_path: Path, directory_urls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, remote = tmp_path / "work", tmp_path / "remote.git"
    shutil.copytree(RESEARCHER, work, ignore=shutil.ignore_patterns("site"))
    config = (work / "mkdocs.yml").read_text("utf-8")
    config = config.replace("https://example.org/", "https://example.org/group/ming/")
    config = config.replace("  - About: index.md", "  - About: index.md\n  - More: sub/more.md")
    (work / "mkdocs.yml").write_text(f"{config}\nuse_directory_urls: {directory_urls}\n", "utf-8")
    (work / "docs" / "sub").mkdir()
    (work / "docs" / "sub" / "more.md").write_text("# More\n\n{{ publications() }}\n", "utf-8")
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    git(work, "init", "-q", "-b", "main")
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "site")
    git(work, "remote", "add", "origin", str(remote))
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "test@example.org")
    result = run("mkdocs", "gh-deploy", "-q", cwd=work)
    assert result.returncode == 0, result.stderr
    published = tmp_path / "published"
    subprocess.run(
        ["git", "clone", "-q", "-b", "gh-pages", str(remote), str(published)], check=True
    )
    pages = list(published.rglob("*.html"))
    assert len(pages) == 3 + 12  # home, more, 404, a page for each paper
    for page in pages:
        html = page.read_text("utf-8")
        addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
        if page.name != "404.html":  # served at any depth, so MkDocs makes it absolute
            assert not [one for one in addresses if one.startswith("/")], page
            for one in addresses:
                local = one.split("#")[0].split("?")[0]
                if local and ":" not in local:
                    target = (page.parent / local).resolve()
                    target = target / "index.html" if target.is_dir() else target
                    assert target.is_file(), f"{page.name}: {one}"

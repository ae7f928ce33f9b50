"""Titles, labels and descriptions of strangers, which engines put into pages as they stand."""

# ruff: noqa: E501 (lines of files as people write them)

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from mkdocs_academic.importers import KINDS, inert

from .. import engines
from .sites import Imported

RUN = "{{ cycler.__init__.__globals__.os.popen('touch PWNED; echo ran').read() }}"
EVIL = f"Evil {RUN} </title></a><script>alert(1)</script><img src=x onerror=alert(2)> \" onfocus=\"alert(3) &lt;img src=x onerror=alert(4)&gt; <svg/onload=alert(5) {{% set x %}} {{# no #}}"  # fmt: skip
EVIL_YAML = yaml.safe_dump(EVIL, width=10_000).strip()
EVIL_TOML = "'''" + EVIL.replace("'", '"') + "'''"
HEAD = f"---\ntitle: {EVIL_YAML}\ndescription: {EVIL_YAML}\n"
SITES = {
    "acad-homepage": {
        "_config.yml": f"title: {EVIL_YAML}\ndescription: {EVIL_YAML}\nurl: 'https://e.org/\" onload=\"alert(6)'\nauthor:\n  name: {EVIL_YAML}\n  bio: {EVIL_YAML}\n  location: {EVIL_YAML}\n",
        "_pages/about.md": f"---\npermalink: /\n---\n# {EVIL}\n- *2020*: {EVIL}\n\n# Publications {EVIL}\n\n- {EVIL}\n",
        "_pages/more.md": f"{HEAD}nav: true\n---\nText of its own.\n",
        "_posts/2020-01-01-p.md": f"{HEAD}tags: [{EVIL_YAML}]\nauthors: [{EVIL_YAML}]\n---\nText of its own.\n",
    },
    "al-folio": {
        "_config.yml": f"title: {EVIL_YAML}\ndescription: {EVIL_YAML}\nfirst_name: {EVIL_YAML}\nlast_name: L\nblog_name: {EVIL_YAML}\nscholar: {{}}\n",
        "_pages/about.md": f"---\npermalink: /\nsubtitle: {EVIL_YAML}\n---\nHi.\n",
        "_pages/publications.md": f"{HEAD}nav: true\n---\n",
        "_pages/cv.md": f"{HEAD}nav: true\n---\nMy own words.\n",
        "_pages/q.md": f"{HEAD}nav: true\n---\nText of its own.\n",
        "_pages/z.md": f"{HEAD}permalink: /z/\n---\nText of its own.\n",
        "_pages/menu.md": f"---\ntitle: {EVIL_YAML}\nnav: true\ndropdown: true\nchildren:\n  - {{title: {EVIL_YAML}, permalink: /z/}}\n  - {{title: {EVIL_YAML}, permalink: 'https://e.org/\" onclick=\"alert(7)'}}\n---\n",
        "_news/a.md": f"---\ntitle: {EVIL_YAML}\ndate: '{{{{config}}}}'\ninline: false\n---\nBody.\n",
        "_news/b {{x}}.md": "---\ntitle: B\ninline: false\n---\nBody.\n",
        "_projects/p.md": f"{HEAD}category: {EVIL_YAML}\n---\nText of its own.\n",
        "_posts/2020-01-01-p.md": f"{HEAD}---\nText of its own.\n",
        "_books/b.md": f"{HEAD}author: {EVIL_YAML}\n---\nText of its own.\n",
        "_teachings/t.md": f"{HEAD}instructor: {EVIL_YAML}\nterm: {EVIL_YAML}\nschedule:\n  - {{week: {EVIL_YAML}, topic: {EVIL_YAML}}}\n---\nText of its own.\n",
        "_data/cv.yml": f"- title: {EVIL_YAML}\n  type: list\n  contents: [{EVIL_YAML}]\n- title: Education\n  type: time_table\n  contents:\n    - {{title: {EVIL_YAML}, year: 2020}}\n",
        "_data/repositories.yml": f"github_users: [{EVIL_YAML}]\n",
        "_pages/repositories.md": f"{HEAD}nav: true\n---\n",
        "_bibliography/p.bib": "@misc{a, title={A {{ 6*7 }} <img src=x onerror=alert(1)>}, author={Lee, Ann}, year=2020}\n",
    },
    "academicpages": {
        "_config.yml": f"title: {EVIL_YAML}\ndescription: {EVIL_YAML}\nauthor: {{name: {EVIL_YAML}}}\npublication_category:\n  books: {{title: {EVIL_YAML}}}\n",
        "_pages/about.md": "---\npermalink: /\n---\nHi.\n",
        "_pages/publications.md": f"{HEAD}---\n",
        "_pages/z.md": f"{HEAD}permalink: /z/\n---\nText of its own.\n",
        "_publications/2020-01-01-a.md": f"{HEAD}category: books\nvenue: {EVIL_YAML}\nexcerpt: {EVIL_YAML}\ncitation: {EVIL_YAML}\n---\n## Its own\n\nText of its own.\n",
        "_talks/2020-01-01-a.md": f"{HEAD}venue: {EVIL_YAML}\ntype: {EVIL_YAML}\n---\n## Its own\n\nText of its own.\n",
        "_posts/2020-01-01-p.md": f"{HEAD}---\nText of its own.\n",
        "_data/navigation.yml": f"main:\n  - {{title: {EVIL_YAML}, url: /z/}}\n  - {{title: {EVIL_YAML}, url: 'https://e.org/\" onclick=\"alert(7)'}}\n",
    },
    "prism": {
        "content/config.toml": f"[site]\ntitle = {EVIL_TOML}\ndescription = {EVIL_TOML}\n[author]\nname = {EVIL_TOML}\n[[navigation]]\ntitle = {EVIL_TOML}\ntype = 'page'\ntarget = 'text'\nhref = '/text'\n[[navigation]]\ntitle = {EVIL_TOML}\ntype = 'link'\nhref = 'https://e.org/\" onclick=\"alert(7)'\n",
        "content/about.toml": "type = 'about'\ntitle = 'About'\n[[sections]]\nid = 'about'\ntype = 'markdown'\nsource = 'bio.md'\n",
        "content/bio.md": "Hi.\n",
        "content/text.toml": f"type = 'text'\ntitle = {EVIL_TOML}\ndescription = {EVIL_TOML}\nsource = 'text.md'\n",
        "content/text.md": "Text of its own.\n",
    },
    "hugoblox": {
        "config/_default/config.yaml": f"title: {EVIL_YAML}\nbaseurl: 'https://e.org/\" onload=\"alert(6)'\ncopyright: {EVIL_YAML}\n",
        "config/_default/menus.yaml": f"main:\n  - {{name: {EVIL_YAML}, url: /post/, weight: 1}}\n  - {{name: {EVIL_YAML}, url: 'https://e.org/\" onclick=\"alert(7)', weight: 2}}\n",
        "config/_default/params.yaml": f"marketing:\n  seo: {{description: {EVIL_YAML}}}\n",
        "go.mod": "module x\nrequire github.com/wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5 v5.7.0\n",
        "content/authors/admin/_index.md": f"---\ntitle: {EVIL_YAML}\nrole: {EVIL_YAML}\nbio: {EVIL_YAML}\nsuperuser: true\n---\nHi.\n",
        "content/post/a/index.md": f"{HEAD}date: 2020-01-01\nsummary: {EVIL_YAML}\nauthors: [{EVIL_YAML}]\ntags: [{EVIL_YAML}]\n---\nText of its own.\n",
        "content/publication/a/index.md": f"{HEAD}date: 2020-01-01\nabstract: {EVIL_YAML}\nauthors: [Ann Lee]\npublication: {EVIL_YAML}\n---\nText of its own.\n",
        "content/project/a/index.md": f"{HEAD}summary: {EVIL_YAML}\n---\nText of its own.\n",
    },
    "lab-website": {
        "_config.yaml": f"title: {EVIL_YAML}\nsubtitle: {EVIL_YAML}\ndescription: {EVIL_YAML}\nproofer: false\n",
        "index.md": "---\n---\n# Lab\n\nHi. {% include section.html %}\n",
        "_data/citations.yaml": f"- id: a\n  title: {EVIL_YAML}\n  authors: [{EVIL_YAML}]\n  publisher: {EVIL_YAML}\n  date: '2024-03-05'\n  link: https://example.org/a\n",
        "_data/projects.yaml": f"- title: {EVIL_YAML}\n  description: {EVIL_YAML}\n  link: https://example.org/a\n",
        "_members/a.md": f"---\nname: {EVIL_YAML}\nrole: pi\ndescription: {EVIL_YAML}\n---\nText of its own.\n",
        "_posts/2024-01-20-a.md": f"{HEAD}author: a\ntags: [{EVIL_YAML}]\n---\nText of its own.\n",
        "research/index.md": f"{HEAD}nav: {{order: 1, tooltip: {EVIL_YAML}}}\n---\n# {EVIL}\n\nText of its own.\n",
        "team/index.md": f"{HEAD}nav: {{order: 2}}\n---\n# {EVIL}\n\nText of its own.\n",
    },
}  # fmt: skip


class Live(HTMLParser):
    """Finds what a browser would run of ours, in tags, attributes and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.titles: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = tag
        for name, value in attrs:
            runs = re.match(r"\s*(?:javascript|data|vbscript):", value or "", re.IGNORECASE)
            if name.startswith("on") or name == "srcdoc" or (runs and "alert" in (value or "")):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script" and "alert(" in data:
            self.found.append(data)
        if self._in == "title":
            self.titles.append(data)


@pytest.mark.parametrize("kind", SITES)
def test_nothing_of_a_title_runs(kind: str, tmp_path: Path) -> None:
    site = Imported(tmp_path, SITES[kind])
    assert kind_of(site) == kind
    built = tmp_path / "built"
    file = str(site.folder / "mkdocs.yml")
    ran = engines.run("mkdocs", "build", "-f", file, "-d", str(built), cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert not list(tmp_path.rglob("PWNED"))
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 2
    for page in pages:
        looked = Live()
        shown = page.read_text("utf-8")
        looked.feed(shown)
        looked.close()
        assert not looked.found, page
        assert "ran\n" not in shown
        assert "Config(" not in shown
        assert "<Config" not in shown
    assert any("Evil" in page.read_text("utf-8") for page in pages)


def kind_of(site: Imported) -> str:
    return next(name for name, row in KINDS.items() if row.label == site.report.kind)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("On <b>bold</b> &amp; <i>plain</i>", "On bold & plain"),
        ("If x<y and y>z", "If x< y and y>z"),
        ("<scr<script>ipt>alert(1)</script>", "< scr ipt>alert(1)"),
        ("{{{% x", "{ { {% x".replace("{%", "{ %")),
        ("$\\frac{1}{2}$ of {x}", "$\\frac{1}{2}$ of {x}"),
        ("AT&T", "AT&T"),
        ('A "b" c', 'A "b" c'),
    ],
)
def test_a_title_stays_text(given: str, shown: str) -> None:
    assert inert.label(given) == shown


def test_an_attribute_does_not_end() -> None:
    assert inert.attribute('A "b" c" d') == "A “b” c” d"
    assert inert.settings([{"a": {"url": 'https://e.org/" x'}}]) == [
        {"a": {"url": "https://e.org/” x"}}
    ]


def test_only_macros_of_the_import_run() -> None:
    page = '{{ profile() }} {{ config }} {{ own(limit=none, a="b") }} {{ own(x.y) }} {% raw %}{{ a }}{% endraw %} {{ macros_info() }}'
    assert inert.page(page, ["own"]) == (
        '{{ profile() }} { { config }} {{ own(limit=none, a="b") }} { { own(x.y) }} '
        "{% raw %}{{ a }}{% endraw %} { { macros_info() }}"
    )

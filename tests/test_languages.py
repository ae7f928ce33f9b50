"""Sites in several languages: what each says, and real builds with mkdocs-static-i18n."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest

from mkdocs_academic import languages, load_site

from .conftest import ROOT
from .engines import built, run

pytest.importorskip("mkdocs_static_i18n", reason="pip install mkdocs-static-i18n")

SITE = ROOT / "tests" / "sites" / "languages"

CONFIG = """\
site_name: Test
theme: {name: academic, language: en}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - i18n:
      languages:
        - locale: en
          name: English
          default: true
        - locale: zh
          name: 中文
          theme: {language: zh-Hant}
          extra:
            academic:
%s
  - academic
extra:
  academic:
%s
"""

SHARED = """\
profile: {name: Ada Example, role: Professor, links: {github: ada}}
news:
  - {date: 2021-10, text: One}
  - {date: 2021-09, text: Two}
talks: {limit: 1, items: [{title: First}]}
words: {talks: My talks}"""


def config(folder: Path, own: str, shared: str = SHARED) -> Path:
    file = folder / "mkdocs.yml"
    own = "".join(f"              {line}\n" for line in own.splitlines())
    shared = "".join(f"    {line}\n" for line in shared.splitlines())
    file.write_text(CONFIG % (own.rstrip(), shared.rstrip()), "utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    return file


# -- settings --


def test_each_language_has_its_words(tmp_path: Path) -> None:
    file = config(tmp_path, "look: ink")
    one, english, chinese = (load_site(file, tag) for tag in ("", "en", "zh"))
    assert (one.language, english.language, chinese.language) == ("en", "en", "zh-Hant")
    assert (english.words["news"], chinese.words["news"]) == ("News", "最新消息")
    assert (english.look, chinese.look) == ("viridian", "ink")
    assert load_site(file, "zh") is chinese


def test_mappings_are_merged_and_lists_replaced(tmp_path: Path) -> None:
    own = """\
profile: {role: 教授, bio: null}
news: [{date: 2021-10, text: 一}]
talks: {limit: 2}
honors: [{title: 獎}]
words: {news: 消息}"""
    site = load_site(config(tmp_path, own), "zh")
    assert not site.mistakes
    assert (site.profile.name, site.profile.role) == ("Ada Example", "教授")
    assert [link.label for link in site.profile.buttons] == ["GitHub"]
    assert [item.text for item in site.sections["news"].items] == ["一"]
    assert (site.sections["talks"].limit, len(site.sections["talks"].items)) == (2, 1)
    assert (site.words["news"], site.words["talks"]) == ("消息", "My talks")
    assert site.order == ("profile", "news", "talks", "honors")[1:]


def test_the_owner_is_found_by_the_names_of_all_languages(tmp_path: Path) -> None:
    shared = """\
profile: {name: Ada Example, aliases: [A. Muster]}
publications:
  - {title: One, authors: 李明轩 and Bo Other, year: 2020}
  - {title: Two, authors: Ada Example and 王小明, year: 2019}
  - {title: Three, authors: Anna Muster, year: 2018}"""
    file = config(tmp_path, "profile: {name: 李明轩}", shared)
    for tag, name in (("en", "Ada Example"), ("zh", "李明轩")):
        site = load_site(file, tag)
        assert not site.mistakes
        owners = [[one.is_owner for one in paper.authors] for paper in site.publications]
        assert owners == [[True, False], [True, False], [True]]
        assert site.profile.name == name
        assert {site.profile.name, *site.profile.aliases} == {"Ada Example", "A. Muster", "李明轩"}


@pytest.mark.parametrize("shared", ["news: [{text: One}]", "news: news.yml"])
def test_a_title_alone_leaves_the_items(tmp_path: Path, shared: str) -> None:
    (tmp_path / "news.yml").write_text("- {text: One}\n", "utf-8")
    site = load_site(config(tmp_path, "news: {title: 消息}", shared), "zh")
    assert site.sections["news"].title == "消息"
    assert [item.text for item in site.sections["news"].items] == ["One"]


def test_mistakes_are_found_where_they_stand(tmp_path: Path) -> None:
    own = "profile: {roel: 教授}\nnews:\n  - {txt: 一}\nwords: {nws: 消息}\n"
    shared = "profile: {name: Ada, affilation: X}\nnews: [{txt: One}]"
    file = config(tmp_path, own, shared)
    path = "plugins.2.i18n.languages.1.extra.academic"
    assert [f"{one.line}: {one.path}" for one in load_site(file, "zh").mistakes] == [
        f"16: {path}.profile.roel",
        f"18: {path}.news.items.0.txt",
        f"19: {path}.words.nws",
        "23: extra.academic.profile.affilation",
    ]
    assert [one.line for one in load_site(file, "en").mistakes] == [23, 24]


def test_data_files_of_a_language(tmp_path: Path) -> None:
    (tmp_path / "zh.yml").write_text("- {text: 一}\n- {txt: 二}\n", "utf-8")
    (tmp_path / "en.yml").write_text("- {text: One}\n", "utf-8")
    file = config(tmp_path, "news: zh.yml", "news: en.yml")
    assert [str(one) for one in load_site(file, "zh").mistakes] == [
        "zh.yml:2: plugins.2.i18n.languages.1.extra.academic.news.items.1.txt: "
        "unknown option (did you mean 'text'?)"
    ]
    assert not load_site(file, "en").mistakes


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: {i18n: {languages: [{locale: en}, %s]}}",
        "plugins: [search, null, {i18n: {languages: [%s]}}]",
    ],
)
def test_plugins_as_mapping_and_as_list(tmp_path: Path, plugins: str) -> None:
    file = tmp_path / "mkdocs.yml"
    chinese = "{locale: zh, extra: {academic: {look: ink}}}"
    file.write_text(f"{plugins % chinese}\nextra: {{academic: {{}}}}\n", "utf-8")
    assert load_site(file, "zh").look == "ink"
    assert load_site(file, "zh").language == "zh"
    assert load_site(file, "xx").look == "viridian"


@pytest.mark.parametrize(
    "i18n",
    [
        "",
        "{}",
        "{languages: }",
        "{languages: zh}",
        "{languages: [zh, null, {}]}",
        "{languages: [{locale: zh, extra: x, theme: y}]}",
        "{languages: [{locale: zh, extra: {academic: [x]}}]}",
    ],
)
def test_odd_settings_of_the_plugin_are_its_own_business(tmp_path: Path, i18n: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"plugins: [i18n: {i18n}]\nextra: {{academic: {{look: ink}}}}\n", "utf-8")
    assert load_site(file, "zh").look == "ink"
    assert not load_site(file, "zh").mistakes


def test_files_are_looked_for_in_each_language(tmp_path: Path) -> None:
    shared = "profile: {name: Ada, cv: cv.md, avatar: me.png}"
    file = config(tmp_path, "look: ink", shared)
    said = "mkdocs.yml:20: extra.academic.profile.cv: there is no file 'cv.md' in docs/"
    assert said in map(str, load_site(file, "zh").warnings)
    for name in ("zh/cv.md", "me.en.png"):
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / name).touch()
    assert not load_site(config(tmp_path, "look: plum", shared), "zh").warnings


def test_a_site_in_one_language_knows_no_other() -> None:
    assert languages.being_built({"plugins": {}}) == ""
    assert languages.being_built({"plugins": {"i18n": {"languages": []}}}) == ""  # Zensical
    assert languages.being_built({}) == ""
    assert languages.folder({}) == ""


# -- builds --


@cache
def by_folder() -> Path:
    """Return the same site with a folder for each language."""
    site = Path(tempfile.mkdtemp(prefix="academic-")) / "languages"
    shutil.copytree(SITE, site)
    text = (site / "mkdocs.yml").read_text("utf-8")
    text = text.replace("- i18n:\n", "- i18n:\n      docs_structure: folder\n")
    (site / "mkdocs.yml").write_text(text, "utf-8")
    for file in list((site / "docs").glob("*.md")):
        stem, _, language = file.stem.partition(".")
        (site / "docs" / (language or "en")).mkdir(exist_ok=True)
        file.rename(site / "docs" / (language or "en") / f"{stem}.md")
    return site / "mkdocs.yml"


@pytest.fixture(params=["suffix", "folder"])
def site(request: pytest.FixtureRequest) -> Path:
    return built(SITE / "mkdocs.yml" if request.param == "suffix" else by_folder())


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def headings(html: str) -> list[str]:
    return [re.sub(r"<[^>]+>|¶", "", one).strip() for one in re.findall(r"<h2.*?</h2>", html)]


def dates(html: str) -> list[str]:
    return re.findall(r"<time[^>]*>([^<]*)</time>", html)


def test_every_language_speaks_on_its_own_pages(site: Path) -> None:
    wanted = {
        "": ["News", "Education", "Experience", "Talks"],
        "ar": ["الأخبار", "المؤهلات العلمية", "الخبرات المهنية", "محاضرات"],
        "zh": ["新闻", "教育背景", "工作经历", "学术报告"],
        "de": ["Neues", "Ausbildung", "Werdegang", "Vorträge"],
    }
    for folder, said in wanted.items():
        assert headings(page(site, folder)) == said
    for folder in wanted:
        html = page(site, folder)
        assert f'<html lang="{folder or "en"}"' in html
        assert ('dir="rtl"' in html) == (folder == "ar")


def test_dates_are_written_as_each_language_does(site: Path) -> None:
    assert dates(page(site, ""))[:2] == ["2026-10-05", "2026.02"]
    assert dates(page(site, "de"))[:2] == ["5. Okt. 2026", "2026.02"]
    assert dates(page(site, "zh")) == [
        *("2026年10月5日", "2026.02", "2013年9月 – 2018年2月", "2021年10月至今"),
        *("2018.03 - 2021.09", "2099年5月18日"),
    ]
    assert dates(page(site, "ar"))[0] == "5 أكتوبر 2026"


def test_profiles_are_merged(site: Path) -> None:
    assert "Associate Professor of Computer Science" in page(site, "")
    assert "Außerordentliche Professorin für Informatik" in page(site, "de")
    assert '<p class="acad-profile__name">Layla Haddad' in page(site, "de")
    assert '<p class="acad-profile__name">莱拉·哈达德' in page(site, "zh")
    assert "<span>电子邮件</span>" in page(site, "zh")
    assert "<span>GitHub</span>" in page(site, "zh")  # a name is a name everywhere


def test_publications_use_the_words_of_the_language(site: Path) -> None:
    german = page(site, "de/publications")
    for word in ("im Druck", "Dissertation, <em>", "Hochschulschriften", ">1280<", "260000+"):
        assert word in german
    assert 'data-list="publications"' in german
    assert "博士学位论文" in page(site, "zh/publications")
    assert "PhD thesis" in page(site, "publications")


def test_links_stay_in_the_language(site: Path, request: pytest.FixtureRequest) -> None:
    cv = re.compile(r'<a class="acad-button" href="([^"]*)"')
    assert cv.search(page(site, ""))[1] == "publications/"
    assert cv.search(page(site, "zh"))[1] == "publications/"
    # A source of its own folder's name goes by the folder around it (render.Place).
    here = {"suffix": "./", "folder": "../publications/"}[request.node.callspec.params["site"]]
    assert cv.search(page(site, "zh/publications"))[1] == here
    assert '<a href="../">' in page(site, "zh/publications")  # the user's own, in Markdown


def test_a_paper_has_one_page_for_all_languages(site: Path) -> None:
    assert (site / "publications" / "haddad2018thesis" / "index.html").is_file()
    assert not (site / "zh" / "publications" / "haddad2018thesis").exists()
    assert 'href="../publications/haddad2018thesis/"' in page(site, "publications")
    assert 'href="../../publications/haddad2018thesis/"' in page(site, "zh/publications")


def test_the_header_leads_to_the_other_languages(site: Path) -> None:
    for folder in ("", "ar", "zh", "de"):
        assert set(re.findall(r'hreflang="(\w+)" class="md-select__link"', page(site, folder))) == {
            *("en", "ar", "zh", "de"),
        }
    links = re.findall(r'<a href="([^"]*)" hreflang="(\w+)"', page(site, "zh/publications"))
    assert ("../../ar/publications/", "ar") in links


def test_the_palette_speaks_too(site: Path) -> None:
    assert "Switch to dark mode" in page(site, "")
    for folder, word in (("zh", "切换到深色模式"), ("de", "Zum dunklen Modus wechseln")):
        assert word in page(site, folder)
        assert "Switch to" not in page(site, folder)


def test_the_page_for_what_is_missing_speaks_the_default_language(site: Path) -> None:
    page = (site / "404.html").read_text("utf-8")
    assert "<h1>Page not found</h1>" in page
    assert '<html lang="en"' in page
    assert not list(site.glob("*/404.html"))


def test_the_search_holds_every_record_once(site: Path) -> None:
    docs = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    found = [(one["location"], one["title"]) for one in docs]
    assert len(found) == len(set(found))
    assert any(place.startswith("zh/") for place, _ in found)


def test_what_is_wrong_for_all_languages_is_said_once(tmp_path: Path) -> None:
    file = config(
        tmp_path, "honors: [{title: 獎, url: no-zh.pdf}]", "talks: [{title: T, url: no.pdf}]"
    )
    (tmp_path / "docs" / "index.md").write_text("{{ sections() }}\n", "utf-8")
    result = run("mkdocs", "build", "-f", str(file))
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("there is no file 'no.pdf'") == 1
    assert result.stderr.count("there is no file 'no-zh.pdf'") == 1


def test_a_mistake_in_one_language_ends_the_build_with_its_line(tmp_path: Path) -> None:
    file = config(tmp_path, "profile: {roel: 教授}")
    (tmp_path / "docs" / "index.md").write_text("{{ sections() }}\n", "utf-8")
    result = run("mkdocs", "build", "-q", "-f", str(file))
    assert result.returncode == 1
    assert "mkdocs.yml:16: plugins.2.i18n.languages.1.extra.academic.profile.roel" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_site_in_one_other_language(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("{{ sections() }}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\ntheme: {name: academic, language: ja}\n"
        "plugins: [search, macros: {modules: [mkdocs_academic]}, academic]\n"
        "extra: {academic: {dates: words, news: [{date: 2021.10, text: x}]}}\n",
        "utf-8",
    )
    result = run("mkdocs", "build", "-q", "--strict", "-f", str(tmp_path / "mkdocs.yml"))
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert headings(html) == ["お知らせ"]
    assert dates(html) == ["2021年10月"]
    assert "mkdocs-academic で作成" in html

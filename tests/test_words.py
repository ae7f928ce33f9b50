"""Our words: complete in every language, found by any tag, changed by a site where it likes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_academic.bibliography.entry_types import KNOWN_TYPES
from mkdocs_academic.buttons import BUTTONS
from mkdocs_academic.services import SERVICES
from mkdocs_academic.words import holes, words

from .conftest import ROOT
from .test_site import load

PACKAGE = ROOT / "mkdocs_academic"
LOCALES = PACKAGE / "locales"
LANGUAGES = ["ar", "de", "es", "fr", "it", "ja", "ko", "pt", "ru", "zh", "zh-Hant"]
# The same word as in English, and rightly so.
SHARED = {
    *("bibtex", "link.blog", "link.poster", "link.thread", "link.tutorial", "link.video"),
    *("link.app", "link.code", "link.demo", "link.notebook", "link.preprint", "link.website"),
    *("link.cv", "link.source", "link.abstract", "abstract", "type.software", "kind.software"),
    *("publications", "citations", "others", "filter.type", "filter.citations", "kind.article"),
    *("type.online", "kind.online", "kind.patent", "link.patent", "filter.code", "filter.found"),
    *(
        "filter.found_one",
        "filter.person",
        "portrait",
        "metrics.citations",
        "metrics.papers",
        "kind.thesis",
    ),
    *("book.volume", "book.edition", "book.page", "role.editor", "role.editors"),
    *("kind.preprint", "reference.article", "type.preprint", "link.download", "paper.downloads"),
    *("link.email", "link.slides", "overview.feed", "reference.in", "book.pages"),
}
ENGLISH = json.loads((LOCALES / "en.json").read_text("utf-8"))


def test_these_languages_are_there() -> None:
    assert sorted(file.stem for file in LOCALES.glob("*.json")) == sorted([*LANGUAGES, "en"])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_has_every_word_and_every_place_to_fill(tag: str) -> None:
    said = json.loads((LOCALES / f"{tag}.json").read_text("utf-8"))
    assert list(said) == list(ENGLISH)  # the same keys, in the same order
    assert {key: holes(word) for key, word in said.items()} == {
        key: holes(word) for key, word in ENGLISH.items()
    }
    assert all(word == word.strip() and word for word in said.values())
    left = {key for key, word in said.items() if word == ENGLISH[key]}
    assert left <= SHARED, "still English"
    if tag not in ("de", "es", "fr", "it", "pt"):  # other scripts: nothing but names stays in ours
        assert left == {"bibtex"}


@pytest.mark.parametrize(
    ("tag", "news", "website"),
    [
        ("en", "News", "Website"),
        ("en-GB", "News", "Website"),
        ("de", "Aktuelles", "Website"),
        ("de-AT", "Aktuelles", "Website"),
        ("DE", "Aktuelles", "Website"),
        ("zh", "新闻", "网页"),
        ("zh-CN", "新闻", "网页"),
        ("zh-Hans", "新闻", "网页"),
        ("zh-TW", "最新消息", "網站"),
        ("zh_TW", "最新消息", "網站"),
        ("zh-Hant", "最新消息", "網站"),
        ("zh-Hant-HK", "最新消息", "網站"),
        ("pt-BR", "Notícias", "Site"),
        ("pt-PT", "Notícias", "Site"),
        ("it-CH", "Notizie", "Sito web"),
        ("ko-KR", "소식", "웹사이트"),
        ("ru_RU", "Новости", "Сайт"),
        ("nl-BE", "News", "Website"),
        ("../../locales/de", "News", "Website"),
        ("", "News", "Website"),
    ],
)
def test_tags_lead_to_the_nearest_language(tag: str, news: str, website: str) -> None:
    assert words(tag)["news"] == news
    assert words(tag)["link.website"] == website


def test_every_type_of_entry_has_a_word() -> None:
    assert {f"type.{kind}" for kind in (*KNOWN_TYPES, "manuscript")} <= words("en").keys()


def test_labels_of_links_are_the_english_words() -> None:
    """Two tables say them: whoever changes one has to change the other."""
    labels = {f"link.{row.key}": row.label for row in (*SERVICES, *BUTTONS)}
    ours = {key: word for key, word in ENGLISH.items() if key.startswith("link.")}
    assert ours == {key: labels[key] for key in ours}


def test_templates_ask_for_words_that_there_are() -> None:
    asked: dict[str, Path] = {}
    for file in (PACKAGE / "templates").rglob("*.html"):
        for name in re.findall(r"\bt\.(\w+)|\bt\[\"([\w.]+)\"\]", file.read_text("utf-8")):
            asked["".join(name)] = file
    asked.pop("get", None)
    assert len(asked) > 5
    assert not set(asked) - set(ENGLISH)


def test_templates_hold_no_english_of_their_own() -> None:
    """Words between tags, and in the attributes that readers hear."""
    for file in (PACKAGE / "templates").rglob("*.html"):
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", file.read_text("utf-8"), flags=re.S)
        spoken = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', bare)
        bare = re.sub(r'<code>.*?</code>|[\w-]+="[^"]*"', "", bare, flags=re.S)
        shown = re.sub(r"<[^>]*>", " ", bare)
        assert not re.findall(r"[A-Za-z]{2,}", " ".join([*spoken, shown])), file


def test_a_site_says_some_words_otherwise(tmp_path: Path) -> None:
    site = load(tmp_path, "words: {news: Neues vom Deich, all_authors: 'alle {}'}")
    assert site.words["news"] == "Neues vom Deich"
    assert site.words["all_authors"] == "alle {}"
    assert site.words["talks"] == "Talks"


def test_types_that_are_called_alike_change_together(tmp_path: Path) -> None:
    site = load(tmp_path, "words: {type.inproceedings: Talks, type.workshop: Workshops}")
    shown = [site.words[f"type.{kind}"] for kind in ("inproceedings", "conference", "workshop")]
    assert shown == ["Talks", "Talks", "Workshops"]
    assert words("de")["type.bachelorsthesis"] == words("de")["type.thesis"]


def test_mistakes_in_own_words_have_their_line(tmp_path: Path) -> None:
    site = load(
        tmp_path,
        "words:\n  nws: x\n  portrait: Bild\n  filter.found: '{} von {}'\n"
        "  news: '{name'\n  cv: [a]",
    )
    assert list(map(str, site.mistakes)) == [
        "mkdocs.yml:4: extra.academic.words.nws: is none of our words (did you mean 'news'?)",
        "mkdocs.yml:5: extra.academic.words.portrait: should hold {}, as 'Portrait of {}' does, "
        "got 'Bild'",
        "mkdocs.yml:6: extra.academic.words.filter.found: should hold {}, "
        "as '{} publications' does, got '{} von {}'",
        "mkdocs.yml:7: extra.academic.words.news: should hold no braces, as 'News' does, "
        "got '{name'",
        "mkdocs.yml:8: extra.academic.words.cv: should be a text",
    ]

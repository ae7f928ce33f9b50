from __future__ import annotations

import pytest

from mkdocs_academic.outputs import open_graph
from mkdocs_academic.outputs.meta_tags import MetaTag
from mkdocs_academic.outputs.open_graph import Card, locale

URL = "https://x.example/me/"


def test_article() -> None:
    card = Card(
        title="Why <Water> Flows",
        url=f"{URL}publications/a/",
        type="article",
        description="word " * 60,
        image=f"{URL}a.png",
        image_alt="A wave",
        is_wide=True,
        site_name="Jan Berg",
        language="en",
        published="2021-10",
        tags=("water", "flow"),
    )
    short = "word " * 39 + "word…"
    assert open_graph.tags(card) == (
        MetaTag("og:type", "article", "property"),
        MetaTag("og:title", "Why <Water> Flows", "property"),
        MetaTag("og:description", short, "property"),
        MetaTag("og:url", f"{URL}publications/a/", "property"),
        MetaTag("og:site_name", "Jan Berg", "property"),
        MetaTag("og:locale", "en_US", "property"),
        MetaTag("article:published_time", "2021-10", "property"),
        MetaTag("article:tag", "water", "property"),
        MetaTag("article:tag", "flow", "property"),
        MetaTag("og:image", f"{URL}a.png", "property"),
        MetaTag("og:image:alt", "A wave", "property"),
        MetaTag("twitter:card", "summary_large_image"),
        MetaTag("twitter:title", "Why <Water> Flows"),
        MetaTag("twitter:description", short),
        MetaTag("twitter:image", f"{URL}a.png"),
        MetaTag("twitter:image:alt", "A wave"),
    )


def test_what_is_unknown_has_no_tag() -> None:
    assert open_graph.tags(Card(title="Home", url="", image="img/me.jpg", is_wide=True)) == (
        MetaTag("og:type", "website", "property"),
        MetaTag("og:title", "Home", "property"),
        MetaTag("twitter:card", "summary"),
        MetaTag("twitter:title", "Home"),
    )


def test_profile() -> None:
    card = Card(title="Jan", url=URL, type="profile", username="jan", image=f"{URL}me.jpg")
    found = {tag.name: tag.content for tag in open_graph.tags(card)}
    assert found["profile:username"] == "jan"
    assert found["og:image:alt"] == "Jan"
    assert found["twitter:card"] == "summary"


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("en", "en_US"), ("pt-BR", "pt_BR"), ("zh", "zh_CN"), ("zh-TW", "zh_TW"),
        ("zh_Hant", "zh_TW"), ("zh-Hans", "zh_CN"), ("de", "de_DE"), ("EN-gb", "en_GB"),
        ("tlh", ""), ("", ""),
    ],
)  # fmt: skip
def test_locale(language: str, found: str) -> None:
    assert locale(language) == found

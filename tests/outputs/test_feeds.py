"""Feeds: valid by their schemas, ids that stay, links that work from elsewhere."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from mkdocs_academic import dates
from mkdocs_academic.bibliography import publication
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.outputs import feed_items, feeds
from mkdocs_academic.outputs.addresses import resolver
from mkdocs_academic.outputs.feed_items import FeedItem
from mkdocs_academic.outputs.feeds import Feed
from mkdocs_academic.sections.base import Item

from ..conftest import ROOT
from .papers import EVERYTHING, HOME, papers

ATOM = etree.RelaxNG(etree.parse(ROOT / "tests/schemas/atom.rng"))
JSON = Draft202012Validator(json.loads((ROOT / "tests/schemas/json_feed.json").read_text("utf-8")))
RESOLVE = resolver(HOME, lambda address: address.replace(".md", "/"))
NS = {"a": "http://www.w3.org/2005/Atom"}


def news(*items: dict[str, Any]) -> list[FeedItem]:
    found = [Item.model_validate(item) for item in items]
    return feed_items.from_news(found, home=HOME, page=f"{HOME}news/", resolve=RESOLVE)


def page(paper: Publication) -> str:
    return f"{HOME}publications/{paper.anchor}/"


def published(bibtex: str) -> list[FeedItem]:
    return feed_items.from_publications(papers(bibtex), home=HOME, address=page, resolve=RESOLVE)


def made(items: list[FeedItem], **more: Any) -> Feed:
    given_ = {"name": "all", "title": "Jan Berg", "site_url": HOME, **more}
    found, reason = feeds.feed(items, **given_)
    assert found, reason
    return found


def valid_atom(found: Feed) -> Any:
    text = feeds.atom(found, f"{HOME}feed.xml")
    tree = etree.fromstring(text.encode())
    assert ATOM.validate(tree), ATOM.error_log
    ids = tree.xpath("//a:id/text()", namespaces=NS)
    assert len(set(ids)) == len(ids)
    for entry in tree.xpath("a:entry", namespaces=NS):  # RFC 4287, 4.1.2
        assert len(entry.xpath("a:link[@rel='alternate']", namespaces=NS)) == 1
    return tree


def valid_json(found: Feed) -> Any:
    read = json.loads(feeds.json_feed(found, f"{HOME}feed.json"))
    JSON.validate(read)
    return read


NEWS = (
    {"date": "2024-05-06", "text": "Our [paper](papers/a.md#top) won :tada: **best** paper!"},
    {"date": "2023.10", "text": "<b>Moved</b> & joined\x0b ![us](img/us.png)", "url": "talks.md"},
    {"date": "2022", "text": "Plain", "image": "img/us.png", "tags": ["team"],
     "links": {"Slides": "s.pdf", "Mail": "mailto:me@x.example"}},
    {"text": "No date"},
    {"date": "Spring 2021", "text": ":material-star:"},
    {"date": "since 2019", "text": "In office"},
    {"date": "to appear", "text": "Soon"},
)  # fmt: skip


def test_news() -> None:
    first, second, third, office = news(*NEWS)
    assert first == FeedItem(
        id=first.id,
        url=f"{HOME}news/",
        title="Our paper won 🎉 best paper!",
        html=f'<p>Our <a href="{HOME}papers/a/#top">paper</a> won 🎉 '
        "<strong>best</strong> paper!</p>",
        date="2024-05-06T00:00:00Z",
        updated="2024-05-06T00:00:00Z",
    )
    assert (second.title, second.date) == ("Moved & joined", "2023-10-01T00:00:00Z")
    assert second.html == (
        f'<p><b>Moved</b> &amp; joined <img alt="us" src="{HOME}img/us.png"></p>'
        f'<p><a href="{HOME}talks/">Website</a></p>'
    )
    assert second.url == f"{HOME}talks/"
    assert third == FeedItem(
        id=third.id,
        url=f"{HOME}news/",
        title="Plain",
        html=f'<p>Plain</p><p><a href="{HOME}s.pdf">Slides</a></p>',
        date="2022-01-01T00:00:00Z",
        updated="2022-01-01T00:00:00Z",
        tags=("team",),
        image=f"{HOME}img/us.png",
    )
    assert (office.title, office.date) == ("In office", "2019-01-01T00:00:00Z")


def test_publications() -> None:
    found = {item.url.split("/")[-2]: item for item in published(EVERYTHING)}
    assert found.keys().isdisjoint({"undated", "soon"})
    item = found["berg2021"]
    assert item == FeedItem(
        id=item.id,
        url=f"{HOME}publications/berg2021/",
        title="Why Water Flows: NASA & O(n log n): A Study",
        html="<p>Jan van der Berg, John Doe, Jr., The Consortium, Inc., 张 伟, et al.</p>"
        "<p><em>Journal of Invented Results</em>, 12(3): 101–117</p>"
        "<p><strong>Best <b>Paper</b></strong></p>"
        "<p>Wet &amp; <strong>cold</strong>. x_i² ≤ 1</p>"
        f'<p><a href="{HOME}paper.pdf">PDF</a> · '
        '<a href="https://doi.org/10.1234/jir_7">DOI</a> · '
        '<a href="https://x.example/code">Code</a></p>',
        date="2021-10-05T00:00:00Z",
        updated="2021-10-05T00:00:00Z",
        authors=("Jan van der Berg", "John Doe, Jr.", "The Consortium, Inc.", "张 伟"),
        tags=("water", "flow, slow"),
    )
    assert found["one"].date == "2020-05-01T00:00:00Z"


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        (
            "author={Aad, G. and others}, collaboration={ATLAS}",
            "G. Aad et al. (ATLAS Collaboration)",
        ),
        ("author={Aad, G. and Doe, J. and others}", "G. Aad, J. Doe, et al."),
        ("editor={Weiß, Käthe}", "Käthe Weiß (ed.)"),
    ],
)
def test_people_of_publications(people: str, shown: str) -> None:
    (item,) = published(f"@book{{a, title={{T}}, {people}, year=2020}}")
    assert item.html == f"<p>{shown}</p>"


def test_an_item_in_its_authors_words() -> None:
    paper = publication.from_text("A *talk* [here](a.md)", "item-1", dates.parse("2020"))
    (item,) = feed_items.from_publications([paper], home=HOME, address=page, resolve=RESOLVE)
    assert (item.title, item.authors) == ("A talk here", ())
    assert item.html == f'<p>A <em>talk</em> <a href="{HOME}a/">here</a></p>'


def test_pictures_not_videos() -> None:
    for teaser, image in (("a.png", f"{HOME}a.png"), ("a.mp4", ""), ("https://y.example/b.WEBP?c",
                          "https://y.example/b.WEBP?c")):  # fmt: skip
        (item,) = published(f"@misc{{a, title={{T}}, year=2020, teaser={{{teaser}}}}}")
        assert item.image == image


def test_ids_stay() -> None:
    """Markup, punctuation, links and case may be mended; other words or another day are news."""
    (before,) = news({"date": "2024-05-06", "text": "Our paper won!"})
    (mended,) = news({"date": "2024.05.06", "text": "our **[paper](x.md)** won."})
    (other,) = news({"date": "2024-05-07", "text": "Our paper won!"})
    (again,) = news({"date": "2024-05-06", "text": "Our papers won!"})
    assert before.id == mended.id == "urn:uuid:" + before.id[9:]
    assert len({before.id, other.id, again.id}) == 3
    (paper,) = published("@misc{key, title={T}, year=2020}")
    (renamed,) = published("@misc{key, title={Another}, author={A. B.}, year=2021}")
    assert paper.id == renamed.id


@pytest.mark.parametrize("other", ["http://x.example/me", "https://www.x.example/me/", HOME])
def test_ids_do_not_hang_on_the_writing_of_the_address(other: str) -> None:
    assert feed_items.uuid_of(HOME, "n") == feed_items.uuid_of(other, "n")
    assert feed_items.uuid_of(HOME, "n") != feed_items.uuid_of("https://x.example/you/", "n")


def test_feeds_are_valid() -> None:
    found = made(
        [*news(*NEWS), *published(EVERYTHING)],
        author="Jan Berg",
        language="en-GB",
        icon=f"{HOME}icon.png",
        description="What is new",
    )
    tree, read = valid_atom(found), valid_json(found)
    titles = tree.xpath("a:entry/a:title/text()", namespaces=NS)
    assert titles == [item["title"] for item in read["items"]] == [i.title for i in found.items]
    assert titles[:3] == ["Our paper won 🎉 best paper!", "Moved & joined", "A Page"]
    assert [i.date for i in found.items] == sorted((i.date for i in found.items), reverse=True)
    assert tree.findtext("a:updated", namespaces=NS) == "2024-05-06T00:00:00Z"
    assert tree.get("{http://www.w3.org/XML/1998/namespace}lang") == read["language"] == "en-GB"
    assert tree.xpath("a:link/@href", namespaces=NS) == [f"{HOME}feed.xml", HOME]
    assert (read["feed_url"], read["home_page_url"]) == (f"{HOME}feed.json", HOME)
    contents = tree.xpath("a:entry/a:content/text()", namespaces=NS)
    assert contents == [item["content_html"] for item in read["items"]]
    for content in contents:
        addresses = etree.HTML(content).xpath("//@href | //@src")
        assert all(address.startswith(("https://", "mailto:")) for address in addresses)


def test_the_schemas_refuse_what_is_wrong() -> None:
    """The checks themselves: no id, no date, a date in words, a relative address."""
    good = made(news({"date": "2024", "text": "One"}), author="Jan")
    (item,) = good.items
    for wrong in (
        item._replace(id=""),
        item._replace(date="May 2024"),
        item._replace(updated="2024-05-06"),
        item._replace(url="news/"),
    ):
        text = feeds.atom(dataclasses.replace(good, items=(wrong,)), f"{HOME}feed.xml")
        assert not ATOM.validate(etree.fromstring(text.encode()))
    read = valid_json(good)
    for members in ({"url": "news/"}, {"date_published": "May 2024"}, {"id": ""}, {"odd": "x"}):
        assert not JSON.is_valid({**read, "items": [{**read["items"][0], **members}]})


def test_titles_of_any_characters_are_valid() -> None:
    found = made(news({"date": "2024", "text": "One"}), title="A\x0b & <B>", author="\ud800J")
    assert valid_atom(found).findtext("a:title", namespaces=NS) == "A & <B>"
    feeds.json_feed(found, f"{HOME}feed.json").encode()


def test_the_smallest_feed_is_valid() -> None:
    found = made(news({"date": "2024", "text": "One"}))
    assert valid_atom(found).findtext("a:author/a:name", namespaces=NS) == "Jan Berg"
    assert valid_json(found)["items"][0].keys() == {
        "id", "url", "title", "content_html", "date_published",
    }  # fmt: skip


def test_feeds_of_one_site_differ() -> None:
    items = news({"date": "2024", "text": "One"})
    assert made(items, name="news").id != made(items, name="all").id


def test_only_the_newest() -> None:
    items = news(*({"date": f"{year}", "text": "One"} for year in range(1950, 2020)))
    found = made(items)
    assert len(found.items) == feeds.LIMIT
    assert found.items[0].date.startswith("2019")


def test_the_same_news_twice_is_one_item() -> None:
    assert len(made(news(*[{"date": "2024", "text": "One"}] * 2)).items) == 1


@pytest.mark.parametrize(
    "site_url", ["", "me/", "/me/", "https://", "ftp://x.example/", "http://["]
)
def test_without_an_address_there_is_no_feed(site_url: str) -> None:
    items = news({"date": "2024", "text": "One"})
    found, reason = feeds.feed(items, name="all", title="T", site_url=site_url)
    assert found is None
    assert "site_url" in reason


def test_without_items_there_is_no_feed() -> None:
    assert feeds.feed(news({"text": "No date"}), name="all", title="T", site_url=HOME) == (
        None,
        "there is nothing with a date to tell of",
    )


@pytest.mark.parametrize(
    ("fragment", "whole"),
    [
        ("plain", "plain"),
        ('say href="x" twice', 'say href="x" twice'),
        ('<a class="k" id="i" href="a?b=1&amp;c#d">x</a>', f'<a href="{HOME}a?b=1&amp;c#d">x</a>'),
        ('<a href="#up">x</a>', f'<a href="{HOME}#up">x</a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<a href="//evil.example">x</a>', '<a href="https://evil.example">x</a>'),
        ('<img src="./a.png" srcset="b 2x" alt="a>b">', f'<img src="{HOME}a.png" alt="a>b">'),
        ('<a href="https://[half">x</a>', "<a>x</a>"),
    ],
)  # fmt: skip
def test_absolute(fragment: str, whole: str) -> None:
    assert feed_items.absolute(fragment, RESOLVE) == whole


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["2024", "2024-02-30", "x", "1999.12"]), st.text())))
def test_any_text_gives_valid_feeds(drawn: list[tuple[str, str]]) -> None:
    items = news(*({"date": date, "text": text, "tags": [text]} for date, text in drawn))
    found, _ = feeds.feed(items, name="all", title="T", site_url=HOME)
    if found:
        valid_atom(found)
        valid_json(found)

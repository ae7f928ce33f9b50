"""Feeds are valid, and lead somewhere."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator
from lxml import etree, html

from mkdocs_academic.outputs import feed_files

from ..conftest import ROOT
from .sites import (
    ATOM,
    Built,
)


def test_feeds_are_valid_and_their_links_lead_somewhere(seen: Built) -> None:
    assert_feeds(seen)


def assert_feeds(seen: Built) -> None:
    atom_schema = etree.RelaxNG(etree.parse(ROOT / "tests/schemas/atom.rng"))
    schema = json.loads((ROOT / "tests/schemas/json_feed.json").read_text("utf-8"))
    items: dict[str, set[str]] = {}
    for row in feed_files.published(seen.site):
        text = (seen.folder / row.path).read_text("utf-8")
        if row.path.endswith(".xml"):
            tree = etree.fromstring(text.encode())
            assert atom_schema.validate(tree), atom_schema.error_log
            ids = tree.xpath("a:entry/a:id/text()", namespaces=ATOM)
            links = tree.xpath("//a:link/@href", namespaces=ATOM)
            bodies = tree.xpath("//a:content/text()", namespaces=ATOM)
            itself = tree.xpath("a:link[@rel='self']/@href", namespaces=ATOM)
            assert itself == [f"{seen.site.url}{row.path}"]
        else:
            feed = json.loads(text)
            Draft202012Validator(schema).validate(feed)
            ids = [one["id"] for one in feed["items"]]
            links = [
                feed["home_page_url"],
                feed["feed_url"],
                *(one["url"] for one in feed["items"]),
            ]
            bodies = [one["content_html"] for one in feed["items"]]
        assert len(ids) == len(set(ids))
        assert items.setdefault(row.name, set(ids)) == set(ids), "the same in both formats"
        for body in bodies:
            links += html.fromstring(f"<div>{body}</div>").xpath("//@href | //@src")
        assert all(urlsplit(one).scheme in ("http", "https", "mailto") for one in links)
        own = [one for one in links if one.startswith(seen.site.url)]
        assert [wrong for one in own if (wrong := seen.reaches(one))] == []
    if {"news", "publications"} <= set(items) and len(items["everything"]) < 50:
        assert items["everything"] == items["news"] | items["publications"]


def test_feeds_of_a_site_with_lists_on_pages_of_their_own(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        assert_feeds(seen)
        feed = json.loads((seen.folder / "feed.json").read_text("utf-8"))
        urls = {one["title"]: one["url"] for one in feed["items"]}
        assert urls["Item in words, Journal, 2021."].partition("#")[2] == "item-2"

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic import icons
from mkdocs_academic.services import ID, SERVICES, Service, find, folded

# Settings of the themes that people come from.
AL_FOLIO = """academia_edu acm_id arxiv_id blogger_url bluesky_url cv_pdf dblp_url discord_id email
facebook_id flickr_id github_username gitlab_username hal_id ieee_id inspirehep_id instagram_id
kaggle_id keybase_username lastfm_id lattes_id leetcode_id letterboxd_id linkedin_username
mastodon_username medium_username orcid_id osf_id pinterest_id publons_id quora_username
reddit_username research_gate_profile rss_icon scholar_userid scopus_id semanticscholar_id
spotify_id stackoverflow_id strava_userid telegram_username tiktok_username tumblr_username
twitch_username unsplash_id wechat_username whatsapp_number wikidata_id wikipedia_id work_url
x_username youtube_id zotero_username"""
ACAD_HOMEPAGE = """uri email keybase researchgate twitter facebook linkedin dblp xing instagram
tumblr bitbucket github stackoverflow lastfm dribbble pinterest foursquare steam youtube soundcloud
weibo flickr codepen googlescholar pubmed orcid impactstory wikipedia zhihu wechat"""
ACADEMIC_PAGES = "academia arxiv semantic scopus goodreads kaggle bluesky mastodon medium telegram"


@pytest.mark.parametrize("row", SERVICES, ids=lambda row: row.key)
def test_a_row_is_sound(row: Service) -> None:
    assert row.key == folded(row.key)
    assert row.label
    assert icons.find(row.icon, icons.engine_folders()), row.icon
    assert row.url in ("", ID) or row.url.count("{}") == 1
    assert row.url in ("", ID) or row.url.startswith(("https://", "http://", "mailto:"))


def test_rows_stand_in_the_order_of_their_keys() -> None:
    keys = [row.key for row in SERVICES]
    assert keys == sorted(keys)


def test_no_name_stands_for_two_services() -> None:
    names = [folded(name) for row in SERVICES for name in (row.key, *row.aliases)]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("key", f"{AL_FOLIO} {ACAD_HOMEPAGE} {ACADEMIC_PAGES}".split())
def test_the_names_of_other_themes_are_known(key: str) -> None:
    assert find(key)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("orcid", "orcid"),
        ("ORCID iD", "orcid"),
        ("Google Scholar", "googlescholar"),
        ("scholar_userid", "googlescholar"),
        ("research_gate_profile", "researchgate"),
        ("twitter", "x"),
        ("rss_icon", "rss"),
        ("work_url", "website"),
        ("知乎", "zhihu"),
    ],
)
def test_names_are_compared_loosely(key: str, expected: str) -> None:
    found = find(key)
    assert found
    assert found.key == expected


@pytest.mark.parametrize("key", ["", "id", "user", "nobody_knows"])
def test_an_unknown_name(key: str) -> None:
    assert find(key) is None


def test_every_drawing_of_our_own_is_used() -> None:
    folder = Path(icons.__file__).parent / "theme" / ".icons"
    drawn = {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.svg")}
    assert drawn == {row.icon for row in SERVICES if row.icon.startswith("academic/")}

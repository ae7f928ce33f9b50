"""Citations in texts of the settings as other programs read them: feeds, calendar, CV."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_academic.cv_formats import json_resume
from mkdocs_academic.outputs import cited_words, feed_files, plain
from mkdocs_academic.site import Site, load_site

PAPERS = r"""
@article{fox, title={Quick Foxes}, author={King, Ada and Li, B. and Moe, C.}, year=2015}
@article{o_x, title={Star * Dogs}, author={O_x, Ada}, year=2016, url={https://x.example/(a)}}
@online{site, title={The \& *Site*}, year=2024}
"""
SETTINGS = """
site_name: Ada
site_url: https://ada.example.org/
theme: {name: academic}
extra:
  academic:
    publications: papers.bib
    citation_style: STYLE
    news:
      - {date: 2024-03, text: "Out [see @fox, p. 3; -@o_x]: `[@fox]` ❤"}
    talks: [{date: 2099-01-02, title: "Of [@site]", event: Days}]
"""


def load(folder: Path, style: str = "ieee") -> Site:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "papers.bib").write_text(PAPERS, "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.replace("STYLE", style), "utf-8")
    site = load_site(folder / "mkdocs.yml")
    assert site.mistakes == ()
    return site


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[@fox]", "(King et al. 2015)"),
        ("a [e.g. @fox, p. 3; also @o_x] b", "a (e.g. King et al. 2015, p. 3; also O_x 2016) b"),
        ("[-@fox] [@site]", "(2015) (The & *Site* 2024)"),
        ("`[@fox]` and ``[@fox] ` [@fox]``", "[@fox] and [@fox] ` [@fox]"),
        (r"\[@fox] [@fox](https://x.example)", "[@fox] @fox"),
        ("[@fox; @nobody] [ada@example.org] @fox", "[@fox; @nobody] [ada@example.org] @fox"),
    ],
)
def test_citations_are_words(written: str, words: str, tmp_path: Path) -> None:
    wording = cited_words.wording(load(tmp_path), lambda paper: paper.url)
    assert plain.from_markdown(wording(written)) == words


def test_news_in_feeds_lead_to_the_papers_and_keep_their_ids(tmp_path: Path) -> None:
    ids = set()
    for style in ("ieee", "apa"):
        site = load(tmp_path, style)
        written = feed_files.feed("news.json")(site)
        assert written
        (item,) = json.loads(written)["items"]
        assert item["title"] == "Out (see King et al. 2015, p. 3; 2016): [@fox] ❤"
        home = "https://ada.example.org/publications"
        assert item["content_html"] == (
            f'<p>Out (see <a href="{home}/fox/">King et al. 2015</a>, p. 3; '
            f'<a href="{home}/o-x/">2016</a>): <code>[@fox]</code> ❤</p>'
        )
        ids.add(item["id"])
    assert len(ids) == 1


def test_calendar_and_cv_say_what_is_cited(tmp_path: Path) -> None:
    site = load(tmp_path)
    assert "SUMMARY:Of (The & *Site* 2024)\r\n" in (feed_files.calendar(site) or "")
    (talk,) = json_resume.resume(site)["projects"]
    assert talk["name"] == "Of (The & *Site* 2024)"

"""What stands on the page of a paper, and which papers have one."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from mkdocs_academic.site import load_site

from ..engines import built
from .sites import (
    SETTINGS,
    Built,
    article,
    canonical,
    data,
    leads,
    made,
    tags,
    written,
)
from .test_feeds import assert_feeds
from .test_files import assert_exports
from .test_heads import wrongs
from .test_structure import assert_links


def test_what_the_page_of_a_paper_holds(trial: Built) -> None:
    page = trial.pages["publications/pub24/"]
    shown = article(page)
    for words in (
        "Proceedings of the 5th Conference on Mirrors", "1–12", "2024", "Best Paper", "CCF-A",
        'We study & "caches" with', "10.1234/abc_d", "978-0-306-40615-7", "@inproceedings{pub24",
    ):  # fmt: skip
        assert words in shown

    def link(words: str) -> list[str]:
        return leads(trial, "publications/pub24/", f"//article//a[contains(., '{words}')]")

    assert link("Jörg Müller") == ["https://orcid.org/0000-0001-5109-3700"]
    assert link("Bob Brown") == ["bob/"]
    assert link("All publications") == ["publications/"]
    assert leads(trial, "publications/pub24/", "//article//img") == ["img/teaser.png"]
    assert leads(trial, "publications/hidden/", "//video") == ["files/v.mp4"]
    assert "in press" in article(trial.pages["publications/nodate/"])


def test_versions_and_related_items_both_ways(trial: Built) -> None:
    page = trial.pages["publications/pub24/"]
    shown = article(page)
    assert "Other versions" in shown
    assert page.xpath("//article//a[@href='https://arxiv.org/abs/2301.00001']")
    assert shown.count("Our paper is out.") == 1  # though it names both versions
    assert "Talk to come" in shown
    assert "A project" in shown
    itself = "publications/pub24/"
    assert itself not in leads(trial, itself, "//article//a"), "it does not lead to itself"
    assert "Old talk" in article(trial.pages["publications/thesis19/"])
    assert "publications/thesis19/" in leads(trial, "talks/", "//article//a")
    assert "publications/arx23/" in trial.redirects
    buttons = leads(trial, "publications/pub24/", "//*[contains(@class, 'acad-actions')]/a")
    assert buttons.count("https://arxiv.org/abs/2301.00001") == 1


def test_papers_beside_it(trial: Built) -> None:
    """From the newest to the oldest, and all the way back."""
    order = [f"publications/{slug}/" for slug in trial.site.pages.slugs.values()]
    assert order[0] == "publications/nodate/"  # what is still to appear
    for place, address in enumerate(order):
        assert leads(trial, address, "//article//a[@rel='prev']") == order[:place][-1:]
        assert leads(trial, address, "//article//a[@rel='next']") == order[place + 1 :][:1]


def test_lists_lead_to_pages_and_words_to_none(trial: Built) -> None:
    found = leads(trial, "publications/", "//*[contains(@class, 'acad-pub__title')]/a")
    assert sorted(found) == sorted(trial.papers)
    assert trial.pages["publications/"].xpath("//*[@id='item-2']")
    assert "u738b2020" in trial.site.pages.slugs.values()


def test_addresses_that_were(trial: Built, flat: Built) -> None:
    for seen, ending in ((trial, "/"), (flat, ".html")):
        moved = {"arx23": "pub24", "oldkey": "pub24", "old-one": "set1", "older": "set1"}
        assert seen.redirects == {f"publications/{old}{ending}" for old in moved}
        for old, new in moved.items():
            page = seen.pages[f"publications/{old}{ending}"]
            address = f"{seen.site.url}publications/{old}{ending}"
            (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
            to = urljoin(address, refresh.partition("url=")[2])
            assert to == canonical(page) == f"{seen.site.url}publications/{new}{ending}"
            assert seen.reaches(to) == ""


def test_each_pdf_lies_beside_its_page(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        found = {}
        for address in seen.papers:
            pdf = dict(tags(seen.pages[address], "citation_")).get("citation_pdf_url")
            if pdf:
                found[address] = (seen.folder / pdf.removeprefix(seen.site.url)).read_bytes()
        contents = [b"%PDF-1.4 0\n", b"%PDF-1.4 1\n"]  # of the same name, from two folders
        assert list(found.values()) == contents


def test_files_hold_all_papers_where_a_page_shows_a_few(tmp_path: Path) -> None:
    settings = SETTINGS.replace("bibliography:", "selected: yes\n  bibliography:")
    config = written(tmp_path, settings=settings)
    calls = {
        "ten": 'publications(selected=False, limit=10)',
        "years": 'publications(selected=False)',
        "types": 'publications(selected=False, group_by="type")',
        "few": 'publications(type="article")',
    }  # fmt: skip
    for name, call in calls.items():
        (tmp_path / f"docs/{name}.md").write_text(f"# {name}\n\n{{{{ {call} }}}}\n", "utf-8")
    seen = Built(built(config, strict=False), load_site(config))
    assert_exports(seen)
    assert_links(seen)

    def offered(address: str) -> set[str]:
        return {one for one in leads(seen, address, "//a[@download]") if one.endswith(".bib")}

    assert "publications.bib" in offered("publications/")
    assert offered("few/") == offered("ten/") == set()
    assert offered("types/") == {"publications.bib"}
    assert {"publications.bib", "publications/2019.bib"} <= offered("years/")


def test_a_wrong_slug_is_told_with_its_line(tmp_path: Path) -> None:
    (found,) = [str(one) for one in load_site(written(tmp_path)).warnings if "Slug" in str(one)]
    assert re.match(r"mkdocs\.yml:\d+: .*'Bad Slug' is no slug: write", found)


def test_pages_of_selected_papers_and_of_none(tmp_path: Path) -> None:
    for wanted, expected in (("selected", {"pub24", "chap"}), ("no", set())):
        seen = made(tmp_path / wanted, settings=f"pages: {wanted}\n{SETTINGS}")
        assert set(seen.site.pages.slugs) == expected
        assert set(seen.papers) == {f"publications/{key}/" for key in expected}
        assert len([one for one in seen.pages if one.startswith("publications/")]) == (
            1 + len(expected) + len(seen.redirects)
        )
        assert_links(seen)
        titles = seen.pages["publications/"].xpath("//*[contains(@class, 'acad-pub__title')]/a")
        leads = {one.text_content(): one.get("href") for one in titles}
        assert leads["A Thesis on Things"] == "https://elsewhere.example/t.pdf"
        assert_feeds(seen)


def test_a_page_of_the_users_own_has_head_and_pdf(tmp_path: Path) -> None:
    config = written(tmp_path)
    (tmp_path / "docs/publications").mkdir()
    own = tmp_path / "docs/publications/pub24.md"
    own.write_text("{{ publication('pub24') }}\n\nMore of it.\n", "utf-8")
    seen = Built(built(config, strict=False), load_site(config))
    page = seen.pages["publications/pub24/"]
    assert "More of it." in article(page)
    assert list(wrongs(seen, "publications/pub24/", seen.papers["publications/pub24/"])) == []
    pdf = dict(tags(page, "citation_"))["citation_pdf_url"]
    assert seen.reaches(pdf) == ""


def test_papers_shown_elsewhere_leave_the_head_alone(tmp_path: Path) -> None:
    config = written(tmp_path)
    text = "# Two\n\n{{ publication('pub24') }}\n\n{{ publication('thesis19') }}\n"
    (tmp_path / "docs/two.md").write_text(text, "utf-8")
    seen = Built(built(config, strict=False), load_site(config))
    assert tags(seen.pages["two/"], "citation_") == []
    assert data(seen.pages["two/"]) == []


def test_without_an_address_there_are_no_feeds_and_nothing_breaks(tmp_path: Path) -> None:
    config = written(tmp_path)
    text = re.sub(r"site_url: .*\n", "", config.read_text("utf-8"))
    config.write_text(text, "utf-8")
    folder = built(config, strict=False)
    page = html.document_fromstring((folder / "publications/pub24/index.html").read_bytes())
    assert dict(tags(page, "citation_"))["citation_title"].startswith("Mirrors")
    assert "citation_pdf_url" not in dict(tags(page, "citation_"))
    assert not (folder / "feed.xml").exists()
    assert (folder / "talks.ics").is_file()
    assert not page.xpath("//link[@rel='alternate']")
    assert data(page) == []

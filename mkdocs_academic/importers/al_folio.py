"""Sites of the template al-folio: settings, news, a `.bib`, a CV in YAML or JSON, pages."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from . import al_folio_pages, al_folio_told, calls, inert
from .al_folio_cv import AlFolioCv
from .al_folio_papers import AlFolioPapers
from .al_folio_profile import AlFolioProfile, described, titled
from .al_folio_teaching import AlFolioTeaching
from .front_matter import text_of
from .items import tidy
from .jekyll import Jekyll
from .nav import Nav
from .permalinks import words
from .result import Result
from .site_pages import SitePages
from .source import Source


def fits(source: Source) -> bool:
    """Tell a site of this kind."""
    config = source.data("_config.yml")
    if source.page or not isinstance(config, dict):
        return False
    own = {"first_name", "scholar", "repo_theme_light", "enable_darkmode"}
    is_own = len(own & config.keys()) > 1 or ("scholar" in config and "author" not in config)
    return is_own or source.has("_data/cv.yml") or bool(source.named("_bibliography", ".bib"))


def convert(source: Source) -> Result:
    """Read the site."""
    result = Result(source.report)
    site = _Site(source, result)
    site.profile.read()
    site.profile.people()
    papers = AlFolioPapers(source, result, site.jekyll)
    papers.read()
    site.news()
    site.done |= papers.page()
    site.projects()
    site.done |= AlFolioTeaching(source, result, site.jekyll).read()
    site.home(selected=papers.select())
    site.done |= AlFolioCv(source, result, site.jekyll).carry()
    site.done |= al_folio_pages.add(source, result, site.jekyll, site.profile.markdown)
    SitePages(source, result, site.jekyll).carry(exclude=site.done)
    Nav(source, result, site.jekyll).follow()
    site.tell()
    return result


def _word(value: Any) -> str:
    return text_of(value).lower()


class _Site:
    def __init__(self, source: Source, result: Result) -> None:
        self._source, self._result = source, result
        self.jekyll = Jekyll(source, result)
        self._config = self.jekyll.config
        self._about, _ = source.page_of("_pages/about.md")
        self.done = {"_pages/about.md"}
        self._sections: list[str] = []
        self.profile = AlFolioProfile(source, result, self.jekyll)
        announcements = self._about.get("announcements")
        self._announced = announcements if isinstance(announcements, dict) else {}
        off = (_word(self._about.get("news")), _word(self._announced.get("enabled")))
        self._shows_news = "false" not in off
        for name in self._news():
            if not self._has_page(name):
                place = "index.md" if self._shows_news else "news.md"
                self.jekyll.addresses.move(self.jekyll.target(name), place)

    def _news(self) -> list[str]:
        return [name for name in self.jekyll.names if name.startswith("_news/")]

    def _has_page(self, name: str) -> bool:
        """Tell news with a page of their own."""
        meta, _ = self._source.page_of(name)
        return _word(meta.get("inline")) != "true" and bool(text_of(meta.get("title")))

    def news(self) -> None:
        """Make an item of each file; what has a page of its own keeps it."""
        count = self._result.report.count("News", "news")
        found: list[tuple[str, dict[str, Any]]] = []
        for name in self._news():
            self.done.add(name)
            meta, _ = self._source.page_of(name)
            body = self.jekyll.rendered(name)
            count.found += 1
            title = text_of(meta.get("title"))
            date = text_of(meta.get("date"))[:10] or PurePosixPath(name).name[:10]
            text = tidy(self.jekyll.plain(body))
            if self._has_page(name):
                page = self.jekyll.safe(f"{date}\n\n{body}", "../")
                target = self._result.add_page(self.jekyll.target(name), title, page, in_nav=False)
                text = f"[{inert.label(title).replace('[', '(').replace(']', ')')}]({target})"
            if not text:
                count.found -= 1
                self._source.report.note(f"`{name}` has no text and was left out")
                continue
            count.structured += 1
            item = {"date": date} if re.match(r"\d{4}", date) else {}
            found.append((text_of(meta.get("date")) or date, {**item, "text": text}))
        if not found:
            self._result.report.counts.remove(count)
            return
        self._result.data["news"] = [
            item for _, item in sorted(found, key=lambda one: one[0], reverse=True)
        ]
        limit = text_of(self._announced.get("limit")) or text_of(self._config.get("news_limit"))
        shown = {"limit": int(limit)} if limit.isdigit() and int(limit) else {}
        self._result.academic["news"] = {**shown, "items": "data/news.yml"}
        if not self._shows_news:
            macro, page = calls.macro("news", limit=None), "_pages/news.md"
            text = self.jekyll.listing(page, macro, r"include news|site\.news")
            self._result.add_page("news.md", "News", text, in_nav=False)
            self.done.add(page)
            self._source.report.note(
                "the home page does not show news (`news: false`); they stand in `docs/news.md`, "
                "outside of the navigation: delete that page and `news` if nobody is to read them"
            )
        else:
            self._sections.append("news")

    def projects(self) -> None:
        """Make an item of each project; its page stays a page."""
        names = self.jekyll.published("_projects", ".md", ".markdown")
        if not names:
            return
        count = self._result.report.count("Projects", "projects")
        found = []
        for name in names:
            meta, _ = self._source.page_of(name)
            count.found += 1
            count.structured += 1
            item: dict[str, Any] = {"name": text_of(meta.get("title")) or PurePosixPath(name).stem}
            if text := text_of(meta.get("description")):
                item["text"] = self.profile.markdown(text)
            target = self.jekyll.target(name)
            item["url"] = self.jekyll.addresses(text_of(meta.get("redirect"))) or target
            if image := self.jekyll.addresses(text_of(meta.get("img"))):
                item["image"] = image
            tags = words(meta.get("tags"))
            tags += [text_of(meta.get("category"))] if text_of(meta.get("category")) else []
            if tags := list(dict.fromkeys(tags)):
                item["tags"] = tags if len(tags) > 1 else tags[0]
            if code := self.jekyll.addresses(text_of(meta.get("github"))):
                item["links"] = {"code": code}
            found.append((text_of(meta.get("importance")).zfill(5), item))
        self._result.data["projects"] = [item for _, item in sorted(found, key=lambda one: one[0])]
        self._result.academic["projects"] = {"items": "data/projects.yml", "order": "written"}
        page = "_pages/projects.md"
        meta = self._source.page_of(page)[0] if page in self.jekyll.names else {}
        text = self.jekyll.listing(
            page, calls.macro("projects"), r"projects?\b|page\.display_categories"
        )
        self._result.add_page("projects.md", titled(meta, "Projects"), text, meta=described(meta))
        self.done.add(page)

    def tell(self) -> None:
        """Name what has no counterpart."""
        note = self._source.report.note
        al_folio_told.tell(self._config, self._about, note)
        for name in sorted(self._source.site_data().keys() & {"venues", "repositories"}):
            if name == "venues" or "_pages/repositories.md" not in self.done:
                note(f"`_data/{name}.yml` has no counterpart here and was left out")

    def home(self, selected: bool) -> None:
        self._sections += ["selected_papers"] if selected else []
        text = (
            self.jekyll.page_text("_pages/about.md", "")
            if "_pages/about.md" in self.jekyll.names
            else ""
        )
        self._result.academic["sections"] = list(self._sections)
        listed = "{{ sections() }}" if self._sections else ""
        self.jekyll.home(self._result.academic["profile"]["name"], f"{text}\n\n{listed}")

"""Sites of the template al-folio: settings, news, a `.bib`, a CV in YAML or JSON, pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from . import al_folio_pages, al_folio_told, cvs
from .al_folio_papers import AlFolioPapers
from .al_folio_profile import AlFolioProfile, described, text_of
from .items import tidy
from .jekyll import Jekyll
from .lists import is_newest_first
from .nav import Nav
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
    papers.page()
    site.projects()
    site.home(selected=papers.select())
    site.cv()
    site.done |= al_folio_pages.add(source, result, site.jekyll, site.profile.markdown)
    SitePages(source, result, site.jekyll).carry(exclude=site.done)
    Nav(source, result, site.jekyll).follow()
    site.tell()
    return result


def _word(value: Any) -> str:
    return text_of(value).lower()


_EXAMPLE = "Albert Einstein"  # whose CV al-folio brings along


class _Site:
    def __init__(self, source: Source, result: Result) -> None:
        self._source, self._result = source, result
        self.jekyll = Jekyll(source, result)
        self._config = self.jekyll.config
        self._about, _ = source.page_of("_pages/about.md")
        self.done = {"_pages/about.md", "_pages/publications.md", "_pages/cv.md"}
        self._sections: list[str] = []
        self.profile = AlFolioProfile(source, result, self.jekyll)

    def news(self) -> None:
        """Make an item of each file; what has a page of its own keeps it."""
        count = self._result.report.count("News", "news")
        found: list[tuple[str, dict[str, Any]]] = []
        for name in self._source.named("_news", ".md", ".markdown"):
            meta, _ = self._source.page_of(name)
            body = self.jekyll.rendered(name)
            count.found += 1
            title = text_of(meta.get("title"))
            date = text_of(meta.get("date"))[:10] or PurePosixPath(name).name[:10]
            text = tidy(self.jekyll.plain(body))
            if text_of(meta.get("inline")).lower() != "true" and title:
                target = f"news/{PurePosixPath(name).stem.lower()}.md"
                self._result.add_page(
                    target, title, f"{date}\n\n{self.jekyll.safe(body, '../')}", in_nav=False
                )
                text = f"[{title.replace('[', '(').replace(']', ')')}]({target})"
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
        announcements = self._about.get("announcements")
        announcements = announcements if isinstance(announcements, dict) else {}
        limit = text_of(announcements.get("limit")) or text_of(self._config.get("news_limit"))
        shown = {"limit": int(limit)} if limit.isdigit() and int(limit) else {}
        self._result.academic["news"] = {**shown, "items": "data/news.yml"}
        if "false" in (_word(self._about.get("news")), _word(announcements.get("enabled"))):
            self._result.add_page("news.md", "News", "{{ news(limit=none) }}", in_nav=False)
            self.done.add("_pages/news.md")
            self._source.report.note(
                "the home page does not show news (`news: false`); they stand in `docs/news.md`, "
                "outside of the navigation: delete that page and `news` if nobody is to read them"
            )
        else:
            self._sections.append("news")

    def projects(self) -> None:
        """Make an item of each project; its page stays a page."""
        names = self._source.named("_projects", ".md", ".markdown")
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
            if tag := text_of(meta.get("category")):
                item["tags"] = tag
            if code := self.jekyll.addresses(text_of(meta.get("github"))):
                item["links"] = {"code": code}
            found.append((text_of(meta.get("importance")).zfill(5), item))
        self._result.data["projects"] = [item for _, item in sorted(found, key=lambda one: one[0])]
        self._result.academic["projects"] = {"items": "data/projects.yml", "order": "written"}
        head = described(self._source.page_of("_pages/projects.md")[0])
        self._result.add_page("projects.md", "Projects", "{{ projects() }}", meta=head)
        self.done.add("_pages/projects.md")

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
            self.jekyll.safe(self.jekyll.rendered("_pages/about.md"))
            if self._source.has("_pages/about.md")
            else ""
        )
        self._result.academic["sections"] = list(self._sections)
        listed = "{{ sections() }}" if self._sections else ""
        self.jekyll.home(self._result.academic["profile"]["name"], f"{text}\n\n{listed}")

    def cv(self) -> None:
        """Carry the CV of `_data/cv.yml`, and the one of `resume.json` on a page of its own."""
        for file, page, title in (
            ("_data/cv.yml", "cv", "CV"),
            ("assets/json/resume.json", "resume", "Resume"),
        ):
            data = self._source.data(file)
            if not data:
                continue
            parts = []
            for one in cvs.sections(data):
                count = self._result.report.count(f"{title}: {one.title}", one.kind)
                count.found = one.found
                if not one.items:
                    for line in one.lines:
                        if not line.startswith(" "):
                            self._result.report.keep(
                                count, line, "this part of a CV has no kind of its own"
                            )
                    parts.append(
                        f"## {self.jekyll.safe(one.title)}\n\n{self.jekyll.safe(one.text)}"
                    )
                    continue
                count.structured = len(one.items)
                name = self._result.name_for(one.kind, f"{page}_{one.title}")
                self._result.data[name] = [self._placed(item) for item in one.items]
                like = {} if name == one.kind else {"like": one.kind}
                order = {} if is_newest_first(one.items) else {"order": "written"}
                self._result.academic[name] = {
                    **like,
                    "title": one.title,
                    **order,
                    "items": f"data/{name}.yml",
                }
                parts.append(f'{{{{ sections("{name}") }}}}')
            if parts:
                is_own = self._is_owner(file, data)
                head = described(self._source.page_of(f"_pages/{page}.md")[0])
                self._result.add_page(
                    f"{page}.md", title, "\n\n".join(parts), in_nav=is_own, meta=head
                )

    def _is_owner(self, file: str, data: Any) -> bool:
        """Tell of a CV of somebody else: the template brings one along."""
        basics = data.get("basics") if isinstance(data, dict) else None
        name = text_of((basics if isinstance(basics, dict) else {}).get("name"))
        owner = self._result.academic["profile"]["name"]
        if not name or set(name.casefold().split()) & set(owner.casefold().split()):
            return True
        is_theirs = name == _EXAMPLE
        there = "outside of" if is_theirs else "in"
        self._source.report.note(
            f"`{file}` is the CV of {name}, not of {owner}: its page stands {there} the "
            "navigation; delete it if it is the template's"
        )
        return not is_theirs

    def _placed(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """Return an item whose addresses are those of the new site."""
        found = {
            key: self.jekyll.addresses.rewritten(value)
            if isinstance(value, str) and key not in ("url", "image", "date")
            else value
            for key, value in item.items()
        }
        for key in ("url", "image"):
            if key in found:
                found[key] = self.jekyll.addresses(found[key])
        return {key: value for key, value in found.items() if value}

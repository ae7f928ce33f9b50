"""Who an al-folio site is about: its settings, its `about` page, its social links, co-authors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..bibliography.scripts import is_east_asian
from . import profiles
from .front_matter import text_of
from .jekyll import Jekyll
from .result import Result
from .source import Source


class AlFolioProfile:
    """Reads the profile and the people of one site."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self.jekyll = source, result, jekyll
        self._config = jekyll.config
        self._about, _ = source.page_of("_pages/about.md")

    def read(self) -> None:
        """Put the profile into the settings."""
        note = self._source.report.note
        names = [text_of(self._config.get(f"{part}_name")) for part in ("first", "middle", "last")]
        name = " ".join(filter(None, names))
        title = text_of(self._config.get("title"))
        shown, aliases = profiles.named(name or ("" if title == "blank" else title) or "Your Name")
        scholar = self._config.get("scholar")
        for last in _listed(scholar.get("last_name")) if isinstance(scholar, dict) else ():
            for first in _listed(scholar.get("first_name")) if isinstance(scholar, dict) else ():
                aliases.append(f"{last}, {first}")
        profile: dict[str, Any] = {"name": shown}
        aliases = [one for one in dict.fromkeys(aliases) if one != shown and "Einstein" not in one]
        profile |= {"aliases": aliases} if aliases else {}
        card = self._about.get("profile")
        card = card if isinstance(card, dict) else {}
        if subtitle := text_of(self._about.get("subtitle")):
            profile["role"] = self.markdown(subtitle)
        if about := text_of(self._about.get("description")):
            profile["bio"] = self.markdown(about)
        more = text_of(card.get("more_info")) or text_of(card.get("address"))
        if more:
            lines = [self.markdown(one) for one in re.split(r"</p>|<br\s*/?>|\n\n", more)]
            profile["location"] = ", ".join(filter(None, lines))
        if image := text_of(card.get("image")):
            profile["avatar"] = (
                image if image.startswith(("assets/", "http")) else f"assets/img/{image}"
            )
        links = self._links()
        if "email" in links:
            profile["email"] = links.pop("email")
        if "cv_pdf" in links:
            profile["cv"] = links.pop("cv_pdf")
        profile |= {"links": links} if links else {}
        self._result.academic["profile"] = profile
        self._result.config["site_name"] = title if title and title != "blank" else shown
        if contact := text_of(self._config.get("contact_note")):
            note(f"`_config.yml`: `contact_note` was left out: “{' '.join(contact.split())}”")

    def _links(self) -> dict[str, Any]:
        """Return the services: of `_data/socials.yml`, else of `_config.yml`."""
        addresses, note = self.jekyll.addresses, self._source.report.note
        data = self._source.data("_data/socials.yml")
        if not isinstance(data, dict):
            found = profiles.links_of(self._config, addresses, note, strict=True)
            if email := text_of(self._config.get("email")):
                profiles.link("email", email, found, addresses, note)
            return found
        found = profiles.links_of(data, addresses, note, strict=False)
        if email := text_of(data.get("email")) or text_of(self._config.get("email")):
            profiles.link("email", email, found, addresses, note)
        if cv := text_of(data.get("cv_pdf")):
            found["cv_pdf"] = addresses(cv) or cv
        for key, value in data.items():
            if isinstance(value, dict) and text_of(value.get("url")):
                label = text_of(value.get("title")) or key
                profiles.link(label, text_of(value["url"]), found, addresses, note)
        return found

    def markdown(self, html: str) -> str:
        """Return a short text of the settings as Markdown."""
        text = re.sub(r"<a\s[^>]*href=[\"']#?[\"'][^>]*>(.*?)</a>", r"\1", html, flags=re.DOTALL)
        return " ".join(
            self.jekyll.addresses.rewritten(re.sub(r"</?(?:p|div)[^>]*>", " ", text)).split()
        )

    def people(self) -> None:
        """Carry the co-authors whose names lead somewhere."""
        data = self._source.data("_data/coauthors.yml")
        count = self._result.report.count("coauthors.yml", "people")
        people = []
        for last, listed in (data if isinstance(data, dict) else {}).items():
            for one in listed if isinstance(listed, list) else ():
                first = _listed(one.get("firstname")) if isinstance(one, dict) else []
                if not first:
                    continue
                count.found += 1
                count.structured += 1
                family = str(last).title() if str(last).islower() else str(last)
                names = [_whole(given, family) for given in first]
                person: dict[str, Any] = {"name": names[0]}
                person |= {"aliases": names[1:]} if names[1:] else {}
                url = self.jekyll.addresses(text_of(one.get("url")))
                people.append(person | ({"url": url} if url else {}))
        if people:
            self._result.academic["people"] = people
        else:
            self._result.report.counts.remove(count)


def _whole(given: str, family: str) -> str:
    """Return a whole name; that of 王小明 begins with the family and has no blank."""
    return f"{family}{given}" if is_east_asian(given + family) else f"{given} {family}"


def titled(meta: Mapping[str, Any], usual: str) -> str:
    """Return the title of a page, with a capital in front; `usual` is how it is often written."""
    title = " ".join(text_of(meta.get("title")).split())
    is_usual = not title or title.lower() == usual.lower()
    return usual if is_usual else title[:1].upper() + title[1:]


def described(meta: Mapping[str, Any]) -> dict[str, str]:
    """Return the description of a page for its head; hints for the owner of the site are none."""
    text = " ".join(text_of(meta.get("description")).split())
    is_hint = "_data/" in text or "jekyll-scholar" in text
    return {"description": text} if text and not is_hint else {}


def _listed(value: Any) -> list[str]:
    if isinstance(value, list):
        return [one.strip() for one in value if isinstance(one, str) and one.strip()]
    found = text_of(value).strip("[]")
    return [one.strip(" '\"") for one in found.split(",") if one.strip(" '\"")]

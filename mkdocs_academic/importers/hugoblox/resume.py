"""What a profile of HugoBlox tells of a career: positions, degrees, awards, skills, languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import dates
from .front import leaves, line, mappings, text, texts

if TYPE_CHECKING:
    from .site import Hugo
    from .tree import Page

_START, _END = ("date_start", "start", "start_date"), ("date_end", "end", "end_date")
_DATES = (*_START, *_END, "year", "year_start", "year_end", "date")


def _first(one: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((found for name in names if (found := line(one.get(name)))), "")


def _linked(name: str, url: str) -> str:
    return f"[{name}]({url})" if name and url else name


class Resume:
    """Reads the entries of one profile or block."""

    def __init__(self, hugo: Hugo, page: Page | None) -> None:
        self._hugo, self._page = hugo, page

    def positions(self, given: Any) -> list[dict[str, Any]]:
        """Return positions as items of `experience`."""
        found = []
        for one in mappings(given):
            organization = _first(
                one, ("company", "company_name", "org", "organization", "institution")
            )
            url = self._address(one, ("company_url", "org_url", "organization_url", "url"))
            item = {
                "date": dates.span(_first(one, _START), _first(one, _END)) or _first(one,
                ("date",)),
                "position": self._plain(_first(one, ("title", "position", "role", "name"))),
                "organization": self._plain(_linked(organization, url)),
                "location": self._plain(_first(one, ("location",))),
                **self._rest(one, "title position role name company company_name org organization "
                             "institution company_url org_url organization_url url location"),
            }  # fmt: skip
            found.append(_filled(item))
        return [one for one in found if one]

    def degrees(self, given: Any) -> list[dict[str, Any]]:
        """Return degrees as items of `education`."""
        listed = given.get("courses", given) if isinstance(given, dict) else given
        found = []
        for one in mappings(listed):
            url = self._address(one, ("institution_url", "url"))
            start, end = _first(one, _START), _first(one, _END)
            begun, over = _first(one, ("year_start",)), _first(one, ("year_end",))
            year = _first(one, ("year", "date"))
            if over and (begun or year):
                year = f"{begun or year} - {over}"
            is_over = not any(name in one for name in _END)
            degree = _first(one, ("course", "degree"))
            area = _first(one, ("area", "major", "field"))
            item = {
                "date": dates.span(start, end, is_over) or dates.day(year),
                "degree": self._plain(degree or area),
                "area": self._plain(area if degree else ""),
                "institution": self._plain(_linked(_first(one, ("institution", "school")), url)),
                "location": self._plain(_first(one, ("location",))),
                **self._rest(one, "course degree area major field institution school "
                             "institution_url "
                             "url location"),
            }  # fmt: skip
            found.append(_filled(item))
        return [one for one in found if one]

    def honors(self, given: Any) -> list[dict[str, Any]]:
        """Return awards and certificates as items of `honors`."""
        if isinstance(given, list) and any(isinstance(one, str) for one in given):
            return [{"title": self._plain(one)} for one in texts(given)]
        found = []
        for one in mappings(given):
            giver = _first(one, ("awarder", "organization", "issuer", "org"))
            own = self._address(one, ("organization_url", "awarder_url"))
            start, end = _first(one, _START), _first(one, _END)
            certificate, about = (
                self._address(one, ("certificate_url",)),
                self._address(one, ("url",)),
            )
            item = {
                "date": dates.span(start, end, is_over=True) or dates.month(_first(one, ("date",
                "year"))),
                "title": self._plain(_first(one, ("title", "name"))),
                "awarder": self._plain(_linked(giver, own)),
                "url": certificate or about,
                **self._rest(one, "title name awarder organization issuer org organization_url "
                             "awarder_url certificate_url url icon icon_pack"),
            }  # fmt: skip
            if certificate and about not in ("", certificate):
                item["links"] = {**item.get("links", {}), "Website": about}
            found.append(_filled(item))
        return [one for one in found if one]

    def _rest(self, one: Mapping[str, Any], taken: str) -> dict[str, Any]:
        """Return text, logo and links; what has no place is told."""
        words = ("description", "summary", "text")
        said = "\n\n".join(filter(None, (text(one.get(name)) for name in words)))
        found: dict[str, Any] = {"text": self._plain(said)}
        logo = _first(one, ("company_logo", "logo", "image"))
        if logo:
            found["image"] = self._hugo.media.logo(logo)
            if not found["image"]:
                self._hugo.note(f"the logo `{logo}` is no file of the site and was left out")
        for button in mappings(one.get("button")):
            url = self._hugo.address(line(button.get("url")), self._page)
            if url:
                found["links"] = {line(button.get("text")) or "Link": url}
        known = {*taken.split(), *words, *_DATES, "company_logo", "logo", "image", "button"}
        for name, value in one.items():
            if name in known or not (shown := leaves(value)):
                continue
            found["text"] = (
                f"{found['text']}\n\n{name.replace('_', ' ').capitalize()}: {shown}".strip()
            )
        return found

    def _address(self, one: Mapping[str, Any], names: Sequence[str]) -> str:
        return self._hugo.address(_first(one, names), self._page)

    def _plain(self, written: str) -> str:
        return self._hugo.plain(written, self._page) if written else ""


def skills(given: Any) -> str:
    """Return skills as Markdown, each group below a heading."""
    parts: list[str] = []
    for group in mappings(given):
        items = mappings(group.get("items"))
        if not items and line(group.get("name")):
            alone = parts and parts[-1].startswith("- ")
            parts[-1:] = (
                [f"{parts[-1]}\n{_skill(group)}"] if alone else [*parts[-1:], _skill(group)]
            )
            continue
        if name := line(group.get("name")):
            parts.append(f"### {name}")
        parts.append("\n".join(map(_skill, items)))
    return "\n\n".join(filter(None, parts))


def languages(given: Any) -> str:
    """Return languages as a list of Markdown."""
    return "\n".join(map(_skill, mappings(given))) or "\n".join(f"- {one}" for one in texts(given))


def _skill(one: Mapping[str, Any]) -> str:
    name = line(one.get("name")) or line(one.get("title"))
    level = line(one.get("percent")) or line(one.get("level"))
    if re.fullmatch(r"\d+(?:\.\d+)?", level) and one.get("percent"):
        level += "%"
    said = line(one.get("description"))
    parts = [part for part in (said, level, line(one.get("label"))) if part]
    return f"- {name}{': ' if parts else ''}{', '.join(parts)}" if name else ""


def _filled(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value not in ("", [], {})}

"""An item of a list that is no paper: a date in front, links behind, text between."""

from __future__ import annotations

import re
from typing import Any

from .. import dates
from .addresses import Addresses
from .cards import Card
from .formulas import around

_LEAD = r"(?P<lead>(?:[^\w\s*_<\[(\\`]|\ufe0f|\u200d)*\s*(?:&nbsp;|&ensp;|&emsp;)?\s*)"
_BEHIND = r"\s*(?:[,，:：;]|[–—-](?=\s)|\.(?=\s))?\s*"
_WORD = (
    r"(?:\d{1,4}(?:st|nd|rd|th)?年?月?日?|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|ust|tember|ober|ember)?\.?|Now|Present|Current|now|present|current|ongoing|today|"
    r"expected|since|until|to|Fall|Spring|Summer|Winter|Autumn|至今|现在|至|今|秋|春)"
)
_DATE = rf"\(?{_WORD}(?:[\s./,–—\-~()’']+{_WORD})*\)?"
_FORMS = tuple(
    re.compile(form, re.DOTALL)
    for form in (
        rf"{_LEAD}(?P<mark>\*\*\*|\*\*|__|\*|_)(?P<date>\S[^*\n]{{2,45}}?)\s*(?P=mark){_BEHIND}(?P<text>.*)",
        rf"{_LEAD}<(?P<tag>i|em|b|strong|time|code)(?:\s[^>]*)?>(?P<date>[^<]{{3,45}})</(?P=tag)>{_BEHIND}(?P<text>.*)",
        rf"{_LEAD}\\?[\[(（【](?P<date>{_DATE})\\?[\])）】]{_BEHIND}(?P<text>.*)",
        rf"{_LEAD}`(?P<date>[^`\n]{{3,45}})`{_BEHIND}(?P<text>.*)",
        rf"{_LEAD}(?P<date>{_DATE}\s*(?:\([^)\w]*(?:now|present|expected)[^)]*\))?)(?:\s*[,，:：;]|\s+[–—|-]|\s*\n|(?=\s(?:<|&nbsp;)))\s*(?P<text>.*)",
    )
)  # fmt: skip
_NUMBERS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|'\d\d")
_BUTTON = (
    r"\\?\[(?:\\?\[)?(?P<label>[^\[\]\\]{1,30})\\?\](?:\((?P<url>[^()\s]*)\))?"
    r"(?:\\?\])?(?:\((?P<url2>[^()\s]*)\))?"
)
_TAIL = re.compile(
    rf"\s*\\?\|\s*((?:{re.sub(r'[?]P<[a-z0-9]+>', '?:', _BUTTON)}\s*(?:\\?\||/|,)?\s*)+)$"
)


def read(card: Card, addresses: Addresses) -> dict[str, Any] | str:
    """Return the item as settings hold it; without date, links and pictures it is plain text."""
    item: dict[str, Any] = {}
    text = card.markdown.strip()
    if found := _dated(text):
        lead, date, text = found
        item["date"] = date
        text = f"{lead}{text}"
    text, links = _without_tail(text, addresses)
    text = addresses.rewritten(tidy(text))
    labels = "".join(f"**{badge}** " for badge in card.badges)
    pictures = [(address, alt) for src, alt in card.images if (address := addresses(src))]
    text = f"{labels}{text}".strip()
    text += "".join(f"\n\n![{alt}]({src})" for src, alt in pictures[1:])
    if text:
        item["text"] = text
    if links:
        item["links"] = links
    if pictures:
        item["image"] = pictures[0][0]
    return text if list(item) == ["text"] else item


def _dated(text: str) -> tuple[str, str, str] | None:
    for form in _FORMS:
        found = form.fullmatch(text)
        if not found:
            continue
        date = found["date"].replace("&nbsp;", " ").strip(" \n,:;*_")
        is_date = _NUMBERS.search(date) and dates.parse(date).year
        words = re.sub(_WORD, "", date, flags=re.IGNORECASE)
        if is_date and not re.search(r"[^\W\d_]{2}", words):
            return found["lead"].lstrip(), date, found["text"]
    return None


def _without_tail(text: str, addresses: Addresses) -> tuple[str, dict[str, str]]:
    """Take off what stands behind the last bar, if it is nothing but links."""
    tail = _TAIL.search(text)
    if not tail:
        return text, {}
    links: dict[str, str] = {}
    for found in re.finditer(_BUTTON, tail[1]):
        url = addresses(found["url"] or found["url2"] or "")
        label = " ".join(found["label"].split())
        if not url or label in links:
            return text, {}
        links[label] = url
    return (text[: tail.start()].rstrip(), links) if links else (text, {})


def tidy(text: str) -> str:
    """Write line breaks as Markdown has them; take off what only styles."""
    return around(text, _tidied).strip()


def _tidied(text: str) -> str:
    text = re.sub(r"\{:[^}\n]*\}", "", text)
    text = re.sub(r'<strong class="title">(.*?)</strong>', r"**\1**", text, flags=re.DOTALL)
    text = re.sub(r"[ \t]*\\\\[ \t]*$", "  ", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).replace(r"\|", "|")

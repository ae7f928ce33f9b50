"""Under which addresses a site of Jekyll has its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

# Jekyll's names for usual forms (its documentation, permalinks).
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
}
_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)-(.+)")
_WORD = re.compile(r":(\w+)")


def of(name: str, meta: Mapping[str, Any], config: Mapping[str, Any]) -> Iterator[str]:
    """Return the addresses of a file, without slashes around them and `.html` behind."""
    for given in (meta.get("permalink"), *listed(meta.get("redirect_from"))):
        if isinstance(given, str) and given.strip("/ "):
            yield _bare(given)
    folder, stem = PurePosixPath(name).parts[0], PurePosixPath(name).stem
    form = _form(folder, config)
    values = _values(name, stem, meta)
    for slug in dict.fromkeys((values["title"], values["title"].lower(), stem)):
        words = {**values, "title": slug, "slug": slug.lower()}
        path = _WORD.sub(lambda found, words=words: words.get(found[1], ""), form)  # type: ignore[misc]
        if bare := _bare(path):
            yield bare


def _form(folder: str, config: Mapping[str, Any]) -> str:
    if folder == "_posts":
        given = config.get("permalink")
        form = given if isinstance(given, str) and given else "date"
        return _STYLES.get(form, form)
    collections = config.get("collections")
    own = collections.get(folder[1:]) if isinstance(collections, dict) else None
    given = own.get("permalink") if isinstance(own, dict) else None
    is_page = folder in ("_pages",) or not folder.startswith("_")
    return (
        given if isinstance(given, str) and given else "/:path" if is_page else "/:collection/:path"
    )


def _values(name: str, stem: str, meta: Mapping[str, Any]) -> dict[str, str]:
    dated = _DATED.fullmatch(stem)
    given = re.match(r"(\d{4})-(\d\d?)-(\d\d?)", str(meta.get("date") or "").strip())
    year, month, day = (given or dated or re.match("()()()", "")).groups()[:3]  # type: ignore[union-attr]
    inner = PurePosixPath(name).with_suffix("").parts[1:]
    slug = meta.get("slug")
    return {
        "title": slug if isinstance(slug, str) and slug else dated[4] if dated else stem,
        "year": year,
        "short_year": year[2:],
        "month": month.zfill(2) if month else "",
        "i_month": month.lstrip("0"),
        "day": day.zfill(2) if day else "",
        "i_day": day.lstrip("0"),
        "categories": "/".join(words(meta.get("categories") or meta.get("category"))).lower(),
        "collection": PurePosixPath(name).parts[0].lstrip("_"),
        "path": "/".join(inner),
        "name": stem,
        "basename": stem,
        "output_ext": "",
    }


def _bare(address: str) -> str:
    return re.sub(r"/{2,}", "/", address.strip()).strip("/").removesuffix(".html")


def listed(value: Any) -> list[Any]:
    """Return a list, or the one value of none."""
    return value if isinstance(value, list) else [value] if value else []


def words(value: Any) -> list[str]:
    """Return tags or categories: a list, or words with blanks between them."""
    if isinstance(value, str):
        return [one.strip() for one in re.split(r",|\s", value) if one.strip()]
    return [one.strip() for one in listed(value) if isinstance(one, str) and one.strip()]

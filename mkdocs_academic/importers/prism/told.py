"""Settings of a PRISM site that have no counterpart: the report names them."""

from __future__ import annotations

from .site import Site, text_of

_KNOWN = frozenset("site author social features i18n navigation".split())
_SITE = frozenset("title description url favicon".split())
_FEATURES = frozenset(("enable_one_page_mode",))
_INSTEAD = {
    "enable_likes": "there is no button for likes",
    "last_updated": "pages say nothing of when the site was changed",
}


def tell(site: Site) -> None:
    """Name what does not come over."""
    config = site.config
    for table, known in (("site", _SITE), ("features", _FEATURES)):
        for key, value in config.table(table).items():
            if key in known or value in ("", "false", [], {}):
                continue
            why = _INSTEAD.get(key, "it has no counterpart")
            texts = map(text_of, value if isinstance(value, list) else [value])
            words = ", ".join(filter(None, texts))[:60].replace("`", "'")
            shown = f" (“{words}”)" if words else ""
            site.note(f"`{config.at(table, key)}`: `{key}`{shown} was left out: {why}")
    for key in config.data.keys() - _KNOWN:
        site.note(f"`{config.at(key)}`: `{key}` has no counterpart and was left out")
    others = [one for one in site.languages[1:] if f"{one.prefix}index.md" in site.result.pages]
    for one in others:
        hidden = "" if one.is_shown else ", outside of the navigation, as `[i18n]` has it"
        site.note(
            f"the pages in `{one.tag}` stand in `docs/{one.prefix}`{hidden}; for a switch of "
            f"languages in the header, see “Languages” in the manual"
        )

"""The languages of a site: which one a build is in, and where the settings of one stand.

`mkdocs-static-i18n` (1.3) builds a site once for each language; its entry of a language may hold
`theme` and `extra` for the pages of that language alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .yaml_text import Step

_PLUGIN = "i18n"


def being_built(conf: Any) -> str:
    """Return the tag of the language that an engine is building; "" where a site has but one."""
    plugin = _plugin(conf)
    return getattr(plugin, "current_language", None) or _default(plugin)


def folder(conf: Any) -> str:
    """Return the folder in which the pages of this language are built: "" or "zh/"."""
    plugin = _plugin(conf)
    current = getattr(plugin, "current_language", None) or ""
    return f"{current}/" if current != _default(plugin) else ""


def speak(conf: Any, language: str) -> None:
    """Have the theme speak the language being built, and offer the others in the header."""
    i18n = _plugin(conf)
    if i18n is None or not being_built(conf):
        return
    if i18n.config.reconfigure_material:
        i18n.reconfigure_material_theme(conf, i18n.current_language)
    conf.theme["language"] = language


def _plugin(conf: Any) -> Any:
    plugins = conf.get("plugins")
    return plugins.get(_PLUGIN) if hasattr(plugins, "get") else None


def _default(plugin: Any) -> str:
    return getattr(plugin, "default_language", None) or ""


def entry_of(config: Mapping[str, Any], language: str) -> tuple[Step, ...]:
    """Return the path of a language's entry in the settings, () where it has none."""
    return next((path for path, locale in _entries(config) if language and locale == language), ())


def entries(config: Mapping[str, Any]) -> tuple[tuple[Step, ...], ...]:
    """Return the paths of the entries of all languages."""
    return tuple(path for path, _ in _entries(config))


def tags(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the tags of all languages that the settings name."""
    return tuple(locale for _, locale in _entries(config))


def _entries(config: Mapping[str, Any]) -> Iterator[tuple[tuple[Step, ...], str]]:
    for path, options in _named(config.get("plugins")):
        listed = options.get("languages") if isinstance(options, dict) else None
        for index, one in enumerate(_without_none(listed)):
            if isinstance(one, dict):
                yield (*path, "languages", index), str(one.get("locale"))


def _named(plugins: Any) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Find the plugin's options: plugins are a mapping, or a list of names and mappings."""
    if isinstance(plugins, dict):
        yield ("plugins", _PLUGIN), plugins.get(_PLUGIN)
    for index, one in enumerate(_without_none(plugins)):
        if isinstance(one, dict) and _PLUGIN in one:
            yield ("plugins", index, _PLUGIN), one[_PLUGIN]


def _without_none(value: Any) -> list[Any]:
    return [one for one in value if one is not None] if isinstance(value, list) else []


def versions(address: str, tags: tuple[str, ...]) -> Iterator[str]:
    """Return where a file may lie below docs: for all languages, `zh/cv.md`, `cv.zh.md`."""
    yield address
    file = address.partition("#")[0]
    stem, dot, ending = file.rpartition(".")
    for tag in tags:
        yield f"{tag}/{file}"
        yield f"{stem}.{tag}{dot}{ending}"

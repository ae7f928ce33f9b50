"""Settings written out: data files in the place of their names, a language's over those for all."""

from __future__ import annotations

from typing import Any

from . import settings
from .sections import TYPES
from .settings import Settings


def written_out(given: Settings) -> dict[str, Any]:
    """Return `extra.academic` with what data files hold, without what is empty."""
    shared, own = _without_empty(given.academic), _without_empty(given.own)
    expanded: dict[str, Any] = {}
    for name in {**shared, **own}:
        value, over = shared.get(name), own.get(name)
        like = next((one["like"] for one in (over, value) if _says(one, "like")), name)
        row = TYPES.get(str(like))
        list_key = row.settings.LIST if row else ""
        if row and isinstance(over, dict) and isinstance(value, str | list):
            value = _expanded((name, list_key), value, list_key, given)
        both = isinstance(value, dict) and isinstance(over, dict)
        value = settings.merged(value, over) if both else value if over is None else over
        expanded[name] = _expanded((name,), value, list_key, given) if row else value
    return expanded


def _says(value: Any, key: str) -> bool:
    return isinstance(value, dict) and key in value


def _expanded(path: tuple[str, ...], value: Any, list_key: str, given: Settings) -> Any:
    if isinstance(value, str) and value.endswith((".yml", ".yaml")):
        value = _without_empty(given.mount(path, value))
    if isinstance(value, str) and list_key == "entries":
        return {"bibliography": value}
    if isinstance(value, list):
        return {list_key: value}
    if isinstance(value, dict) and isinstance(value.get("overlay"), str):
        value = {
            **value,
            "overlay": _without_empty(given.mount((*path, "overlay"), value["overlay"])),
        }
    if isinstance(value, dict) and isinstance(value.get(list_key), str):
        within = _expanded((*path, list_key), value[list_key], list_key, given)
        inner = within.get(list_key, within) if isinstance(within, dict) else within
        rest = {key: one for key, one in value.items() if key != list_key}
        return rest if inner is None else {**rest, list_key: inner}  # None could not be read
    return value


def _without_empty(value: Any) -> Any:
    """Drop keys and items that the user left empty: they say nothing."""
    if isinstance(value, dict):
        return {str(key): _without_empty(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_empty(one) for one in value if one is not None]
    return value

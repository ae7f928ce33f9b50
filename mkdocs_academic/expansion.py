"""Settings written out: data files in the place of their names, a language's over those for all."""

from __future__ import annotations

from typing import Any

from . import additions, settings
from .additions import Added
from .sections import TYPES, entries
from .settings import Settings
from .yaml_text import Step

Place = tuple[Step, ...]


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
        if isinstance(over, Added):
            value = additions.together(value, over)
        else:
            value = settings.merged(value, over) if both else value if over is None else over
        if row or name == _PEOPLE:
            value = _expanded((name,), value, list_key, given)
        value = _flat((name,), value, given)
        if list_key == "entries" and isinstance(value, dict):
            value = _with_files(name, value, given)
        expanded[name] = value
    return expanded


_PEOPLE = "people"  # no section, but a list that may stand in a file of its own


def _with_files(name: str, section: dict[str, Any], given: Settings) -> dict[str, Any]:
    """Take names of files in the list of a section for bibliographies.

    Beside entries they keep their place, for problems name entries by that.
    """
    listed, known = section.get("entries"), section.get("bibliography")
    places = enumerate(listed) if isinstance(listed, list) else ()
    named = [(at, one) for at, one in places if entries.is_bibliography(one)]
    if not named:
        return section
    files = dict(known) if isinstance(known, dict) else _listed(known)
    for at, one in named:
        if one in (files.values() if isinstance(files, dict) else files):
            continue
        step: Step = one if isinstance(files, dict) else len(files)
        if isinstance(files, dict):
            files[one] = one
        else:
            files = [*files, one]
        given.moved[name, "bibliography", step] = (name, "entries", at)
    rest = {} if len(named) == len(listed or ()) else {"entries": listed}
    section = {key: one for key, one in section.items() if key != "entries"}
    return {**section, **rest, "bibliography": files}


def _says(value: Any, key: str) -> bool:
    return isinstance(value, dict) and key in value


def _expanded(path: Place, value: Any, list_key: str, given: Settings) -> Any:
    if isinstance(value, Added):
        found: Any = None
        for part in value.parts:
            at = given.rooted(part, path)
            one = _flat(at, _expanded(at, part.value, list_key, given), given)
            found = _together(path, found, one, at, given)
        return found
    if isinstance(value, str) and value.endswith((".yml", ".yaml")):
        value = _without_empty(given.mount(path, value))
    if isinstance(value, str) and list_key == "entries":
        return {"bibliography": value}
    if isinstance(value, list):
        return {list_key: value} if list_key else value
    if isinstance(value, dict) and isinstance(value.get("overlay"), str):
        laid = _without_empty(given.mount((*path, "overlay"), value["overlay"]))
        value = {**value, "overlay": {} if laid is None else laid}  # None could not be read
    if isinstance(value, dict) and isinstance(value.get(list_key), str | Added):
        inner = _items((*path, list_key), value[list_key], list_key, given)
        rest = {key: one for key, one in value.items() if key != list_key}
        return rest if inner is None else {**rest, list_key: inner}  # None could not be read
    return value


def _items(path: Place, value: Any, list_key: str, given: Settings) -> Any:
    """Return the list of a section, None where its file could not be read."""
    if isinstance(value, Added):
        found: Any = None
        for part in value.parts:
            at = given.rooted(part, path)
            found = _together(path, found, _items(at, part.value, list_key, given), at, given)
        return found
    if list_key == "entries" and entries.is_bibliography(value):
        return [value]
    within = _expanded(path, value, list_key, given)
    return within.get(list_key, within) if isinstance(within, dict) else within


def _flat(path: Place, value: Any, given: Settings) -> Any:
    """Join the lists within that were added to."""
    if isinstance(value, Added):
        found: Any = None
        for part in value.parts:
            at = given.rooted(part, path)
            found = _together(path, found, _flat(at, part.value, given), at, given)
        return found
    if isinstance(value, dict):
        return {key: _flat((*path, key), one, given) for key, one in value.items()}
    return value


def _together(path: Place, base: Any, more: Any, at: Place, given: Settings) -> Any:
    """Add to a list or to the lists of a mapping; other options are replaced, as if inherited.

    `more` was read at the path `at`.
    """
    if more is None:
        return base
    if isinstance(base, dict) and not isinstance(more, dict):
        more = {str(one): one for one in _listed(more)}  # bibliographies: by their file
    if isinstance(base, list) and isinstance(more, dict):
        more = [{"slug": key, **_mapping(one)} for key, one in more.items()]  # people: by their key
    if isinstance(more, dict):
        whole = dict(base or {})
        for key, one in more.items():
            known = whole.get(key)
            is_list = isinstance(one, list) or isinstance(known, list) or key == "bibliography"
            here, there = (*path, key), (*at, key)
            if isinstance(known, dict) or is_list:
                whole[key] = _together(here, known, one, there, given)
            else:
                whole[key] = one
                given.moved |= {here: there} if here != there else {}
        return whole
    listed = _listed(base)
    if at != path:
        given.join(path, len(listed), at)
    return [*listed, *_listed(more)]


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"name": value}


def _without_empty(value: Any) -> Any:
    """Drop keys and items that the user left empty: they say nothing."""
    if isinstance(value, dict):
        return {str(key): _without_empty(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_empty(one) for one in value if one is not None]
    return value.each(_without_empty) if isinstance(value, Added) else value

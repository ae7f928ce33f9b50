"""The checking of settings: every option known, every value of its type, all mistakes at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    create_model,
)

from . import colors, mistakes, registry
from .citations import stated
from .citations.report import Report
from .formats import Dates
from .pages import Wanted
from .problems import Problem, Problems
from .sections import TYPES, base
from .sections.people import People
from .sections.profile import Profile
from .settings import Settings
from .style_names import StyleName
from .synonyms import option_meant
from .words import mistakes as wrong_words

Look = Literal["viridian", "oxblood", "ink", "plum", "umber", "graphite"]  # the palettes
Density = Literal["compact", "regular", "airy"]
_fields: dict[str, Any] = {
    "profile": (Profile | None, None),
    "sections": (base.Texts | None, None),
    "citations": (Report, Report.model_construct()),
    "metrics": (stated.Settings, stated.Settings.model_construct()),
    "look": (Look, "viridian"),
    "accent": (Annotated[str, AfterValidator(colors.parsed)], ""),
    "density": (Density, "regular"),
    "late_script": (bool, True),
    "pages": (Wanted, "all"),
    "dates": (Dates, "auto"),
    "citation_style": (Annotated[tuple[StyleName, ...], BeforeValidator(base.listed)], ()),
    "words": (dict[str, str], {}),
    "people": (People, ()),
    "people_pages": (registry.Wanted, "yes"),
    "inherit": (base.Texts, ()),  # followed while reading
    **dict.fromkeys(TYPES, (Any, None)),  # each checked by itself, those that are there
}
Academic: Any = create_model(
    "Academic", __config__=ConfigDict(extra="forbid", frozen=True, defer_build=True), **_fields
)


def validated(expanded: dict[str, Any], given: Settings) -> tuple[Any, dict[str, base.Section]]:
    """Check everything; return the sections apart, the user's own as the type they are like.

    Raises:
        Problems: all mistakes, in the order of the files.

    """
    found: list[Problem] = [*given.problems, *_misplaced(given)]
    own = {
        name: value
        for name, value in expanded.items()
        if name not in Academic.model_fields and isinstance(value, dict) and "like" in value
    }
    rest = {name: value for name, value in expanded.items() if name not in own}
    academic = _checked(Academic, rest, given, (), found)
    sections: dict[str, base.Section] = {}
    for name, value in expanded.items():
        row = TYPES.get(name) if value is not None else None
        if row and (checked := _checked(row.settings, value, given, (name,), found)):
            sections[name] = checked
    for name, value in own.items():
        row = TYPES.get(str(value["like"]))
        if row is None:
            message = f"is not a section type{option_meant(str(value['like']), TYPES)}"
            found.append(given.problem((name, "like"), message))
        elif not name.isidentifier() or name in RESERVED:
            message = "is no name for a section: letters, digits and _, and no word of a macro"
            found.append(given.problem((name,), message))
        elif checked := _checked(row.settings, value, given, (name,), found):
            sections[name] = checked
    found += _unknown_sections(expanded, own, given)
    said = expanded.get("words")
    for key, message in wrong_words(said if isinstance(said, dict) else {}):
        found.append(given.problem(("words", key), message))
    if found:
        found = list(dict.fromkeys(found))
        raise Problems(sorted(found, key=lambda one: (one.file, one.line or 0)))
    return academic, sections


# Words that mean something else in a page with macros.
RESERVED = frozenset(
    "sections profile metrics publication people person project citation_badge cite bibliography "
    "page config plugin extra environment git files navigation macros filters context macros_info "
    "now fix_url self loop".split()
)


def _misplaced(given: Settings) -> Iterator[Problem]:
    """Tell of settings that are no mapping at all."""
    extra = given.config.get("extra")
    found = extra.get("academic") if isinstance(extra, dict) else None
    if found is not None and not isinstance(found, dict):
        yield given.problem((), "should be a mapping: profile: …, news: …")


def _checked(
    model: type[BaseModel], value: Any, given: Settings, under: tuple[str, ...], into: list[Problem]
) -> Any:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        into += mistakes.from_validation(error, model, given, under)
        return None


def _unknown_sections(
    expanded: Mapping[str, Any], own: Mapping[str, Any], given: Settings
) -> Iterator[Problem]:
    known = [*TYPES, *own]
    listed = expanded.get("sections")
    for index, name in enumerate(listed if isinstance(listed, list) else ()):
        if name not in known:
            hint = f"{option_meant(str(name), known)}; one of your own says what it is `like`"
            yield given.problem(("sections", index), f"there is no section {name!r}{hint}")

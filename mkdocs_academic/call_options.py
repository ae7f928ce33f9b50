"""The options of a macro's call, read as the settings of the same names are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from . import mistakes
from .sections.base import Section


def with_options(section: Section, model: type[Section], options: Mapping[str, Any]) -> Section:
    """Return the section as this one call wants it."""
    if not options:
        return section
    try:
        wanted = model.model_validate({name: as_text(value) for name, value in options.items()})
    except ValidationError as error:
        raise ValueError("; ".join(mistakes.of_options(error, model))) from None
    return section.model_copy(update={name: getattr(wanted, name) for name in options})


def as_text(value: Any) -> Any:
    """Write numbers as settings have them: as text."""
    if isinstance(value, list | tuple):
        return [as_text(one) for one in value]
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value

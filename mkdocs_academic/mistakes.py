"""Mistakes in settings, said the way a user can act on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, ValidationError

from .problems import Problem
from .settings import Settings
from .synonyms import option_meant
from .yaml_text import Step

_SAID: Mapping[str, str] = {
    "missing": "required option is missing",
    "string_type": "should be a text",
    "dict_type": "should be a mapping (name: value)",
    "tuple_type": "should be a list",
    "model_type": "should be a mapping (name: value)",
    "model_attributes_type": "should be a mapping (name: value)",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "bool_parsing": "should be yes or no",
    "bool_type": "should be yes or no",
}


def from_validation(
    error: ValidationError, model: type[BaseModel], settings: Settings, under: Sequence[Step] = ()
) -> list[Problem]:
    """Turn what pydantic found into problems with file and line, in the order of the file."""
    problems: dict[tuple[Step, ...], Problem] = {}
    # What is missing comes last: the misspelt option on the same line often explains it.
    for detail in sorted(error.errors(include_url=False), key=lambda one: one["type"] == "missing"):
        loc = _loc(detail, model)
        path = (*under, *loc)
        problems.setdefault(path, settings.problem(path, _said(detail, model, loc)))
    return sorted(problems.values(), key=lambda problem: (problem.file, problem.line or 0))


def _said(detail: Mapping[str, Any], model: type[BaseModel], loc: Sequence[Step]) -> str:
    given = detail["input"]
    if detail["type"] == "extra_forbidden":
        owner = _model_at(model, loc[:-1])
        known = owner.model_fields if owner else {}
        return f"unknown option{_hint(str(loc[-1]), known)}"
    if detail["type"] == "value_error":
        said = str(detail["ctx"]["error"])
    elif detail["type"] == "literal_error":
        said = f"should be {detail['ctx']['expected']}"
    else:
        said = _SAID.get(detail["type"]) or _lowered(detail["msg"])
        owner = _model_in(_annotation(model, loc)) if loc else model
        if detail["type"] == "model_type" and owner and hasattr(owner, "LIST"):
            said = "should be a list or a mapping (name: value)"
    shown = f", got {given!r}" if isinstance(given, str) and detail["type"] != "missing" else ""
    return said + shown


def _hint(name: str, known: Collection[str]) -> str:
    """Say what may have been meant: a near word, a forgotten quote, or what there is."""
    if meant := option_meant(name, known):
        return meant
    if " " in name.strip():
        return ": put quotes around a text that holds ': '"
    return f": known are {', '.join(known)}" if 0 < len(known) <= 16 else ""


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _loc(detail: Mapping[str, Any], model: type[BaseModel]) -> tuple[Step, ...]:
    """Return the path of a setting; an unknown option keeps its name, whatever it is."""
    if not detail["loc"]:
        return ()  # the whole is wrong
    *path, last = detail["loc"]
    steps = (*_steps(model, path), *_steps(_model_at(model, path) or model, [last]))
    return (*_steps(model, path), last) if detail["type"] == "extra_forbidden" else steps


def _steps(model: type[BaseModel], loc: Sequence[Step]) -> Iterator[Step]:
    """Leave out the names that pydantic gives to the members of a union."""
    node: Any = model
    for step in loc:
        fields = node.model_fields if isinstance(node, type) and issubclass(node, BaseModel) else {}
        if isinstance(step, int) or step in fields or not _is_union_tag(step):
            yield step
        if step in fields:
            node = _model_in(fields[step].annotation)


_UNION_TAG = re.compile(r"bool|str|int|(?:tuple|dict|function-[\w-]+|constrained-\w+)(?:\[.*\])?")


def _is_union_tag(step: Step) -> bool:
    return bool(_UNION_TAG.fullmatch(str(step)))


def _model_at(model: type[BaseModel] | None, loc: Sequence[Step]) -> type[BaseModel] | None:
    for step in loc:
        if isinstance(step, str) and model and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation)
        elif isinstance(step, str) and model and model.model_config.get("extra") == "allow":
            model = _model_in(get_type_hints(model)["__pydantic_extra__"])
    return model


def _annotation(model: type[BaseModel], loc: Sequence[Step]) -> Any:
    owner = _model_at(model, loc[:-1])
    found = owner.model_fields.get(str(loc[-1])) if owner and loc else None
    return found.annotation if found else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model that an annotation such as `tuple[Item, ...] | None` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def of_options(error: ValidationError, model: type[BaseModel]) -> list[str]:
    """Say what is wrong with the options of a macro call."""
    return [
        f"{'.'.join(map(str, loc))}: {_said(detail, model, loc)}"
        for detail in error.errors(include_url=False)
        for loc in [_loc(detail, model)]
    ]

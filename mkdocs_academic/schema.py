"""The JSON Schema of the settings, for editors: what may stand below `extra.academic`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from . import services
from .citations.sources import SOURCES
from .sections import TYPES
from .validation import Academic
from .yaml_text import Step

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# `2021.10` is a text here, and an empty option says nothing.
_ANY_TEXT: JsonSchemaValue = {"type": ["string", "number", "boolean", "null"]}
_TEXT: JsonSchemaValue = {"$ref": "#/$defs/text"}
_YES_NO: tuple[Any, ...] = (True, False, "yes", "no", "on", "off", "Yes", "No", None)

_ABOUT: Mapping[str, str] = {
    "profile": "Who you are: the sidebar of every page",
    "sections": "Which sections a home page shows, in this order; all that are set otherwise",
    "citations": "Numbers of citations, and whom to ask for them",
    "metrics": "Figures about you: h_index, papers, citations, or of your own; no hides one",
    "look": "The palette",
    "accent": "A colour of your own: '#1f6feb', teal",
    "density": "How much room there is between lines",
    "late_script": "no brings the theme's script at once",
    "pages": "Which papers have a page of their own: yes, selected, no",
    "citation_style": "How references are written: apa, chicago, gb-t-7714, ieee, mla, vancouver",
    "dates": "Which dates are written out in the language of the site",
    "words": "Our words, said otherwise: key to text",
    "people": "Co-authors and members: found under every spelling, marked and linked",
    "inherit": "Settings of an installed package, behind those of the site: our_lab:lab.yml",
    "people_pages": "Whether people have pages: yes, no, or the address of the site that has them",
}


def schema() -> dict[str, Any]:
    """Return a schema (JSON Schema 2020-12) for a whole `mkdocs.yml`."""
    definitions, academic = _academic()
    named = {"properties": {"profile": {"required": ["name"]}}}
    return {
        "$schema": DIALECT,
        "title": "mkdocs.yml with mkdocs-academic",
        "type": "object",
        "properties": {"extra": _holding(academic)},
        "if": {"required": ["INHERIT"]},  # then the name may be inherited
        "else": {"properties": {"extra": _holding(named)}},
        "$defs": definitions,
    }


def as_json() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, separators=(",", ":")) + "\n"


def _holding(academic: JsonSchemaValue) -> JsonSchemaValue:
    return {"type": ["object", "null"], "properties": {"academic": academic}}


def options_at(path: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the options that the mapping at a path below `extra.academic` may have."""
    definitions, academic = _academic()
    nodes = list(_alternatives(academic, definitions))
    for step in path:
        below = [found for one in nodes for found in _below(one, step)]
        nodes = [found for one in below for found in _alternatives(one, definitions)]
    return tuple(dict.fromkeys(name for one in nodes for name in one.get("properties", ())))


def _below(node: JsonSchemaValue, step: Step) -> Iterator[JsonSchemaValue]:
    if isinstance(step, int):
        found = node.get("items")
    else:
        found = node.get("properties", {}).get(step, node.get("additionalProperties"))
    if isinstance(found, dict):
        yield found


def _alternatives(node: JsonSchemaValue, named: Mapping[str, Any]) -> Iterator[JsonSchemaValue]:
    """Yield what a node may be, references followed."""
    if reference := node.get("$ref"):
        yield from _alternatives(named[reference.removeprefix("#/$defs/")], named)
        return
    yield node
    for one in node.get("anyOf", ()):
        yield from _alternatives(one, named)


@cache
def _academic() -> tuple[dict[str, Any], JsonSchemaValue]:
    """Return the definitions and the schema of `extra.academic`."""
    models: list[Any] = [Academic, *(row.settings for row in TYPES.values())]
    places, made = models_json_schema(
        [(model, "validation") for model in models], schema_generator=_AsWritten
    )
    named = {name: _tidied(one) for name, one in made["$defs"].items()}
    academic, *sections = (named.pop(_target(places[model, "validation"])) for model in models)
    options = academic["properties"]
    for name, text in _ABOUT.items():
        options[name]["description"] = text
    del named["Profile"]["required"]  # `schema` asks for the name, which may be inherited
    del named["ProfileLink"]["properties"]["key"]  # written down while reading
    for (name, row), section in zip(TYPES.items(), sections, strict=True):
        named[f"section.{name}"] = _section(section, row.settings.LIST)
        about = (sys.modules[row.settings.__module__].__doc__ or "").partition("\n")[0]
        options[name] = {"$ref": f"#/$defs/section.{name}", "description": about}
    named |= {"text": _ANY_TEXT, "link": _or_text({"$ref": "#/$defs/ProfileLink"})}
    for one in (academic, *named.values()):
        if "properties" in one:  # what is added to a list that is inherited
            one["patternProperties"] = {r"\+$": {}}
    return named, academic | {"additionalProperties": _own_section()}


def _target(place: JsonSchemaValue) -> str:
    return str(place["$ref"]).removeprefix("#/$defs/")


def _section(options: JsonSchemaValue, list_key: str) -> JsonSchemaValue:
    """Allow a list, or the name of a file that holds it, in the place of the options."""
    listed = options["properties"][list_key]
    options["properties"][list_key] = _or_text(listed) | {"description": "A list, or its file"}
    if "overlay" in options["properties"]:
        options["properties"]["overlay"] = _or_text(options["properties"]["overlay"])
    return {"anyOf": [options, {"type": "array", "items": listed["items"]}, _TEXT]}


def _own_section() -> JsonSchemaValue:
    """Describe a section with a name of the user's own: it says what it is like."""
    return {
        "type": "object",
        "required": ["like"],
        "properties": {"like": {"enum": list(TYPES), "description": "The type it behaves like"}},
        "allOf": [
            {
                "if": {"properties": {"like": {"const": name}}},
                "then": {"$ref": f"#/$defs/section.{name}"},
            }
            for name in TYPES
        ],
    }


class _AsWritten(GenerateJsonSchema):
    """Describes what users write, before it is read: a short form wherever one is understood."""

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        """Allow the words for yes and no, which YAML 1.2 takes for texts."""
        return {"enum": list(_YES_NO)}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Describe what is there: everything may be left empty."""
        return self.generate_inner(schema["schema"])

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Allow what a validator accepts that looks at a value before the type does."""
        function = schema["function"]["function"]
        name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        return _SHORT_FORMS.get(name, _or_text)(super().function_before_schema(schema))


def _or_text(inner: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [inner, dict(_TEXT)]}


def _or_yes_no(inner: JsonSchemaValue) -> JsonSchemaValue:
    return {"enum": [*inner["enum"], *_YES_NO]}


def _same(inner: JsonSchemaValue) -> JsonSchemaValue:
    return inner


def _links(inner: JsonSchemaValue) -> JsonSchemaValue:
    """Offer every service: an id, an address, or a mapping."""
    one = {"$ref": "#/$defs/link"}
    known = {row.key: {**one, "description": _service(row)} for row in services.SERVICES}
    return {"type": "object", "properties": known, "additionalProperties": one}


def _service(row: services.Service) -> str:
    if row.url in ("", services.ID):
        return f"{row.label}: a full address"
    return f"{row.label}: an address, or the id in {row.url.replace(services.ID, 'ID')}"


def _asked(inner: JsonSchemaValue) -> JsonSchemaValue:
    """Offer the sources: one name, a list or a mapping, each with an id or options."""
    one = {"anyOf": [{"type": "object"}, dict(_TEXT)]}
    known = {name: {**one, "description": row.label} for name, row in SOURCES.items()}
    mapping = {"type": "object", "properties": known, "additionalProperties": one}
    listed = {"type": "array", "items": {"anyOf": [mapping, dict(_TEXT)]}}
    return {"anyOf": [listed, mapping, dict(_TEXT)]}


# What a validator accepts besides the type; the others accept one text where more may stand.
_SHORT_FORMS: Mapping[str, Callable[[JsonSchemaValue], JsonSchemaValue]] = {
    "pages._which": _or_yes_no,
    "profile._named": _links,
    "settings.listed": _asked,
    "stated._as_meant": _same,
}


def _tidied(node: Any) -> Any:
    """Leave out what says nothing to a user, and allow what YAML makes of a text."""
    if isinstance(node, list):
        return [_tidied(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _tidied(one) for key, one in node.items() if key not in ("title", "default")}
    if "oneOf" in node:  # a text fits several of them
        found["anyOf"] = found.pop("oneOf")
        found.pop("discriminator", None)
    if "enum" in node:
        return {**found, "enum": [*dict.fromkeys([*node["enum"], None])], "type": _ANY_TEXT["type"]}
    if node.get("type") == "string":
        del found["type"]
        return {**found, **_TEXT}
    if "properties" in node:  # there, `title` is an option
        found["properties"] = {name: _tidied(one) for name, one in node["properties"].items()}
    if "anyOf" in node and "additionalProperties" in node:  # it concerns the mapping alone
        closed = {"additionalProperties": found.pop("additionalProperties")}
        branches = found["anyOf"]
        found["anyOf"] = [one | closed if "properties" in one else one for one in branches]
    return {**found, **_widened(found)}


def _widened(node: JsonSchemaValue) -> JsonSchemaValue:
    kind = node.get("type")
    if kind in ("integer", "number"):
        return {"type": [kind, "string", "null"], "pattern": r"^\s*\d+(\.\d+)?\s*%?\s*$"}
    return {"type": [kind, "null"]} if kind in ("object", "array") else {}

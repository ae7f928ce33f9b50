"""Which sources a user wants to be asked, in all the ways they can be written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ..problems import did_you_mean
from . import sources

STATS = "google-scholar-stats"
YES = frozenset({"", "yes", "true", "on"})
NO = frozenset({"no", "false", "off"})


class Asked(BaseModel):
    """One source to ask; without an id the profile's links tell who the author is."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    source: str = Field(description="Its name")
    id: str = Field("", description="The author's id there")
    repository: str = Field("", description="GitHub repository, user/name, that has the file")
    file: str = Field("", description="A file beside mkdocs.yml")
    use_cdn: bool = Field(True, description="Read the repository through jsDelivr")

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if self.source == STATS and bool(self.repository) == bool(self.file):
            raise ValueError(f"{STATS} needs `repository: user/name` or `file: gs_data.json`")
        if self.source != STATS and (self.repository or self.file):
            raise ValueError(f"only {STATS} can have a repository or a file")
        parts = self.repository.split("/")
        if self.repository and (len(parts) != 2 or not all(parts)):
            raise ValueError(f"repository should be user/name, got {self.repository!r}")
        return self


def listed(value: Any) -> Any:
    """Turn a list, a mapping or one name into a list of mappings that `Asked` reads."""
    if isinstance(value, str):
        value = [value]
    if isinstance(value, dict):
        value = [{name: one} for name, one in value.items()]
    if not isinstance(value, list | tuple):
        return value
    found = [read for one in value for read in _asked(one)]
    named = [one.get("source") for one in found if isinstance(one, dict)]
    if twice := next((name for name in named if named.count(name) > 1), None):
        raise ValueError(f"{twice} stands twice: each source counts for one author")
    return found


def _asked(item: Any) -> Iterable[Any]:
    if isinstance(item, str):
        item = {item: "yes"}
    if not isinstance(item, dict) or "source" in item:
        return [item]
    if len(item) != 1:
        raise ValueError("a source is one name with its id: `- openalex: A5023888391`")
    ((name, given),) = item.items()
    known = sources.find(str(name))
    if known is None:
        raise ValueError(f"there is no source {name!r}{did_you_mean(str(name), sources.SOURCES)}")
    if isinstance(given, dict):
        return [{**given, "source": known}]
    given = "" if given is None else str(given).strip()
    if given.casefold() in NO:
        return []
    return [{"source": known, _main(known): "" if given.casefold() in YES else given}]


def _main(source: str) -> str:
    """Return the option that a bare value is: an id, or where the file lies."""
    return "id" if source != STATS else "repository"

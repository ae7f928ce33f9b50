"""How a badge with a number looks: the settings `citations.badge`, and the options of a call."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from .. import colors
from ..urls import safe_url

Style = Literal["academic", "flat", "flat-square", "for-the-badge", "text", "shields"]


def _color(written: str) -> str:
    return colors.parsed(written) if written.strip() else ""


def printable(url: str) -> str:
    """Raise ValueError for an address that may not be printed."""
    if url and not safe_url(url):
        raise ValueError("is not a link: write http(s)://… or a path of this site")
    return url


class Badge(BaseModel):
    """What a badge is made of beside the number."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    style: Style = Field("academic", description="How it is drawn")
    color: Annotated[str, AfterValidator(_color)] = Field(
        "", description="Behind the number: blue, #4c1, rebeccapurple"
    )
    label: str = Field("", description="The word beside the number")
    logo: str = Field("", description="An icon before the word: simple/googlescholar")
    link: Annotated[str, AfterValidator(printable)] = Field("", description="Where it leads")
    endpoint: Annotated[str, AfterValidator(printable)] = Field(
        "", description="The JSON file that shields.io reads for the style shields"
    )

"""The citation numbers a page can show."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Report(BaseModel):
    """Settings of `citations`: numbers as their source writes them, `260000+` included."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    total: str = Field("", description="Citations of all papers")
    papers: dict[str, str] = Field({}, description="Citation key to number")
    source: str = Field("", description="Who counted: Google Scholar")
    date: str = Field("", description="Of which day the numbers are")
    url: str = Field("", description="Where the numbers can be looked up")

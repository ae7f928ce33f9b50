"""People: who is known, under which spellings; who belongs to a lab, as what, since when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator

from .. import dates, links
from ..date_forms import plain_text
from ..dates import Date
from ..links import Link
from .base import SWITCH, Markdown, Model, Texts, Url, When
from .profile import Email, Links, Profile, ProfileLink


def _checked_orcid(value: str) -> str:
    """Return the address of an ORCID iD: one wrong digit leads to another person."""
    try:
        return links.profile_link("orcid", value).url if value else ""
    except ValueError:
        raise ValueError("is no ORCID iD: its check digit tells") from None


class Person(Model):
    """One person of `people`; a plain string is the name."""

    name: str = Field(min_length=1, description="The name as it stands in papers")
    slug: str = Field(
        "",
        pattern=r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$",
        description="The last step of the page's address; as a mapping, people have it as key",
    )
    aliases: Texts = Field((), description="Other spellings: initials, native script, maiden name")
    pronouns: str = ""
    role: Markdown = Field("", description="What somebody is in the laboratory: makes a member")
    position: Markdown = Field("", description="One line below the name: PhD candidate in Optics")
    group: Texts = Field((), description="The groups within the laboratory")
    start: When = Field(dates.parse(""), description="Since when")
    end: When = Field(dates.parse(""), description="Until when; who has left is an alumnus")
    affiliation: Markdown = ""
    now: Markdown = Field("", description="Where somebody went afterwards")
    photo: Url = Field("", description="A portrait; initials are drawn where there is none")
    topics: Texts = Field((), description="What somebody works on")
    bio: Markdown = ""
    url: Url = Field("", description="The own site; the name leads there, wherever it stands")
    orcid: Annotated[str, AfterValidator(_checked_orcid)] = ""
    email: Email = ""
    links: Links = Field(
        {}, description="Service to id or address: orcid, googlescholar, github, …"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value

    @property
    def scripts(self) -> tuple[str, ...]:
        """Return the spellings that are no Latin ones, which a page shows beside the name."""
        return tuple(one for one in self.aliases if not _LATIN.search(one))

    @property
    def is_member(self) -> bool:
        """Tell members of the laboratory from people who are only known, such as co-authors."""
        return bool(self.role or self.group)

    def has_left(self, today: datetime.date) -> bool:
        """Tell whether the end is over; of a year or month alone, whether all of it is."""
        if not self.end.text or self.end.is_open or self.end.end == dates.FORTHCOMING:
            return False
        year, month, day = self.end.end
        if not year:
            from .. import leaving  # here: most have a date, and its patterns take long

            return leaving.has_left(plain_text(self.end.text))
        return (year, month or 12, day or 31) < (today.year, today.month, today.day)

    @property
    def knows_end(self) -> bool:
        """Tell whether it is understood until when somebody stays; who says nothing, does."""
        end, said = self.end, plain_text(self.end.text)
        is_date = end.year or end.is_open or end.end == dates.FORTHCOMING
        if not said or is_date:
            return True
        from .. import leaving

        return leaving.is_understood(said)

    @property
    def years(self) -> Date:
        """Return from when to when; the start alone of what still goes on."""
        start, end = self.start.text, self.end.text
        if start and end:
            return dates.parse(f"{start} – {end}")
        return dates.parse(f"– {end}" if self.end.year else start or end)

    @cached_property
    def profile(self) -> Profile:
        """Return what a profile shows of somebody: the portrait, and where else they are."""
        own = {"orcid": ProfileLink(key="orcid", url=self.orcid)} if self.orcid else {}
        return Profile.model_construct(
            name=self.name,
            aliases=self.aliases,
            pronouns=self.pronouns,
            role=self.role,
            affiliation=self.affiliation,
            bio=self.bio,
            avatar=self.photo,
            email=self.email,
            links={**own, **self.links},
        )

    @property
    def initials(self) -> str:
        """Return the letters of the drawn portrait."""
        return self.profile.initials

    @property
    def buttons(self) -> tuple[Link, ...]:
        """Return the links that lead somewhere, e-mail first."""
        return self.profile.buttons


_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def _form(value: Any) -> str:
    """Name the two forms as mistakes leave them out."""
    return "dict[people]" if isinstance(value, Mapping) else "tuple[people]"


def _kept(value: Any) -> Any:
    """Leave out whom a mapping switches off: `bo: no`."""
    if not isinstance(value, Mapping):
        return value
    return {
        key: one
        for key, one in value.items()
        if not isinstance(one, str) or SWITCH.get(one.lower(), True)
    }


People = Annotated[
    Annotated[tuple[Person, ...], Tag("tuple[people]")]
    | Annotated[dict[str, Person], Tag("dict[people]")],
    Discriminator(_form),
    BeforeValidator(_kept),
]

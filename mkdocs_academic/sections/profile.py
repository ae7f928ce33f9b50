"""The profile: who this site is about, in the sidebar of every page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self
from unicodedata import bidirectional

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from .. import links
from ..links import Link
from .base import Markdown, Model, Texts, Url


class ProfileLink(Model):
    """Where a service knows this person: an id or an address."""

    key: str = Field("", exclude=True)  # the service, written down by `_named`
    url: str = Field(description="An id of the service or a full address")
    label: str | None = None
    icon: str | None = None

    @model_validator(mode="after")
    def _is_known(self) -> Self:
        if self.url:
            links.profile_link(self.key, self.url)
        return self

    @property
    def link(self) -> Link:
        """Return label, address and icon, the user's own first."""
        known = links.profile_link(self.key, self.url)
        own = known._replace(icon=self.icon or known.icon)
        return own._replace(label=self.label, word="") if self.label else own


def _named(value: Any) -> Any:
    """Tell every link its service; the bare address or id may stand alone."""
    if not isinstance(value, dict):
        return value
    return {
        key: {"key": key, **(given if isinstance(given, dict) else {"url": given})}
        for key, given in value.items()
    }


def _checked_email(value: str) -> str:
    """Raise ValueError for what is no address of a mailbox."""
    if value:
        links.profile_link("email", value)
    return value


Links = Annotated[dict[str, ProfileLink], BeforeValidator(_named)]
Email = Annotated[str, AfterValidator(_checked_email)]


class Profile(Model):
    """Settings of `profile`."""

    name: str = Field(description="The name as it stands on the page and in papers")
    aliases: Texts = Field((), description="Other spellings: initials, native script, maiden name")
    type: Literal["person", "organization"] = Field(
        "person", description="organization for a laboratory: that is what search engines are told"
    )
    pronouns: str = ""
    role: Markdown = Field("", description="Position or field, one line under the name")
    affiliation: Markdown = ""
    location: Markdown = ""
    bio: Markdown = ""
    avatar: Url = Field("", description="A portrait; initials are drawn where there is none")
    email: Email = ""
    cv: Url = Field("", description="Curriculum vitae: an address or a file of the site")
    links: Links = Field(
        {}, description="Service to id or address: orcid, googlescholar, github, …"
    )

    def also_called(self, names: Iterable[str]) -> Profile:
        """Return the profile with more aliases: the names in other languages of the site."""
        more = (one for one in names if one not in (self.name, *self.aliases))
        return self.model_copy(update={"aliases": (*self.aliases, *dict.fromkeys(more))})

    @property
    def buttons(self) -> tuple[Link, ...]:
        """Return the links that lead somewhere, e-mail first."""
        given = [link for link in self.links.values() if link.url]
        if self.email:
            given.insert(0, ProfileLink(key="email", url=self.email))
        return tuple(link.link for link in given)

    @property
    def initials(self) -> str:
        """Return the letters of the drawn portrait."""
        words = [word for word in self.name.split() if word[0].isalpha()]
        if len(words) == 1:  # Anne-Marie
            words = [word for word in words[0].split("-") if word[:1].isalpha()]
        if not words:
            return ""
        if len(words) == 1:  # 王小明: the given name stands last
            return words[0][-2:] if ord(words[0][0]) > 0x2E7F else words[0][0].upper()
        first, last = words[0][0], _family(words[-1])[0]
        apart = "\u200c" if bidirectional(first) == "AL" else ""  # Arabic letters would join
        return f"{first}{apart}{last}".upper()


def _family(word: str) -> str:
    """Return a family name, of two the first: Müller-Lüdenscheid; al-Khwarizmi begins with K."""
    parts = (one for one in word.split("-") if one[:1].isalpha() and not one[0].islower())
    return next((one for one in parts if one.casefold() not in ("al", "el")), word)

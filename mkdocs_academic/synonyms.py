"""What others call our options and sections: JSON Resume, RenderCV, schema.org, other themes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from . import services
from .problems import did_you_mean


def option_meant(word: str, known: Collection[str]) -> str:
    """Return ` (did you mean 'x'?)` for the option of the same meaning, or else the nearest one.

    A service, `github: me`, belongs below `links`.
    """
    is_section = not _SECTIONS_ALONE.isdisjoint(known)
    table = _SECTIONS if is_section else _PERSON if "bio" in known else _ITEM
    plain = _NO_LETTERS.sub("", word).casefold()
    for name, words in table.items():
        if plain in words.split() and name in known:
            return f" (did you mean '{name}'?)"
    if "links" in known and "bibliography" not in known and services.find(word):
        return " (it belongs below 'links')"
    is_ours = any(plain in table for table in (_SECTIONS, _PERSON, _ITEM))  # it belongs elsewhere
    return "" if is_ours else did_you_mean(word, known)


_SECTIONS_ALONE = frozenset(("news", "publications", "talks", "education", "honors"))
_NO_LETTERS = re.compile(r"[\W\d_]+")

# Our names, and the words of others for them; of several names the first that is known is meant.
_SECTIONS: Mapping[str, str] = {
    "profile": "about author basics bio contact me owner person",
    "news": "announcements updates",
    "publications": "articles bib bibliography papers publication references works",
    "honors": "achievements award awards fellowships prizes scholarships",
    "experience": "career employment jobs positions work",
    "education": "degrees studies",
    "talks": "conferences invitedtalks lectures presentations speaking",
    "teaching": "classes courses",
    "students": "advisees mentees mentoring supervision",
    "funding": "grants",
    "services": "reviewing volunteer",
    "openings": "joinus vacancies",
    "people": "authors coauthors collaborators group lab members persons team",
    "projects": "portfolio repositories software",
    "accent": "color colour primary themecolor",
    "look": "palette style theme",
    "words": "strings translations",
}
_PERSON: Mapping[str, str] = {
    "role": "headline job jobtitle label occupation position title",
    "affiliation": "company department employer institute institution organisation organization "
    "school university worksfor",
    "avatar": "image img photo picture portrait",
    "photo": "avatar image img picture portrait",
    "location": "address city country place region",
    "bio": "about biography description summary text",
    "url": "homepage link site web webpage website",
    "links": "contacts profiles social socialnetworks socials",
    "start": "date from joined since startdate year",
    "end": "enddate left to until",
    "now": "current currently next",
    "topics": "fields interests keywords research tags",
    "email": "mail",
    "cv": "resume vita",
    "aliases": "alias alternatename alsoknownas nickname othernames",
}
_ITEM: Mapping[str, str] = {
    "name": "label title",
    "title": "award headline label name",
    "course": "class name subject title",
    "degree": "program programme qualification studytype title",
    "area": "field major subject",
    "position": "job jobtitle role title",
    "role": "job jobtitle position title",
    "organization": "affiliation company department employer host institute institution journal "
    "name organisation school university",
    "institution": "affiliation department institute organisation organization school university",
    "event": "conference host occasion organizer venue",
    "awarder": "awardedby by from institution issuer organization",
    "funder": "agency by institution organization sponsor",
    "topic": "subject thesis title",
    "now": "current currently next",
    "location": "address city country place region venue where",
    "text": "body content description details note notes summary abstract",
    "url": "homepage href link site web webpage website",
    "links": "buttons",
    "image": "avatar cover img logo photo picture preview teaser thumbnail",
    "date": "dates end enddate from month period since start startdate term time to until when "
    "year years",
    "tags": "categories category keywords labels topics",
    "papers": "publications references",
    "people": "authors coauthors collaborators members team",
    "number": "grantnumber id no patentnumber",
    "amount": "budget sum value",
    "deadline": "applyby due until",
    # options of a list of publications
    "bibliography": "bib bibfile bibliographies bibtex file files path source src",
    "entries": "items",
    "group_by": "group groupedby grouped groupby",
    "order": "orderby sort sortby sorted sortedby",
    "limit": "count max maximum",
    "layout": "style template view",
}

"""Openings: positions to apply for, until when; those past their deadline stand apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import Field

from .. import dates, formats
from ..date_forms import plain_text, scan
from . import base
from .base import Markdown, Row, Surroundings, When

# English, German, French, Spanish, Portuguese, Italian, Russian, Chinese, Japanese, Korean;
# without accents.
_OPEN_ENDED = re.compile(
    r"(?<![^\W\d_])(?:rolling|open|(?:un)?till? (?:it is |they are |the position is )?filled|asap|"
    r"as soon as possible|any ?time|continuous(?:ly)?|always|no(?:ne| deadline)?|tb[ad]|"
    r"to be (?:announced|determined|decided)|flexible|immediate(?:ly)?|"
    r"laufend|offen|jederzeit|bis zur besetzung|keine?|ab sofort|sofort|nach absprache|"
    r"ouverte?|en continu|des que possible|jusqu'a ce que|a tout moment|"
    r"abiert[oa]|sin plazo|hasta cubrir|lo antes posible|"
    r"abert[oa]s?|fluxo continuo|sem prazo|ate o preenchimento|o quanto antes|"
    r"apert[oa]|senza scadenza|fino a copertura|al piu presto|"
    r"открыт[ао]|постоянно|бессрочно|до заполнения|до замещения|как можно скорее)(?![^\W\d_])|"
    r"长期|長期|常年|随时|隨時|招满|滚动|不限|随時|常時|通年|수시|상시|채용 ?시"
)

# What a deadline says in place of a day: the word that a page has for it, by what people write in
# the languages that have these words.
_SAID = {
    "openings.rolling": (
        "rolling|rolling basis|on a rolling basis|rolling deadline|rolling admission|"
        "rolling admissions|open|always open|always|any time|anytime|at any time|continuous|"
        "continuously|no deadline|none|"
        "laufend|jederzeit|offen|keine frist|keine|"
        "au fil de l'eau|en continu|à tout moment|ouvert|ouverte|sans date limite|"
        "abierto|abierta|plazo abierto|sin plazo|en cualquier momento|permanente|"
        "长期|长期有效|长期招聘|常年|常年招聘|随时|随时申请|滚动|滚动招聘|不限|"
        "長期|長期徵才|常年招募|隨時|隨時申請|滾動|不限時間|"
        "随時|随時募集|随時受付|常時|常時募集|通年|通年募集|"
        "상시|상시 모집|수시|수시 모집|"
        "aberto|aberta|fluxo contínuo|em fluxo contínuo|sem prazo|a qualquer momento|"
        "aperto|aperta|sempre aperta|senza scadenza|in qualsiasi momento|"
        "постоянно|бессрочно|в любое время|без срока|открыта|"
        "مستمر|مفتوح|مفتوح دائما|في أي وقت|في اي وقت|بدون موعد نهائي"
    ),
    "openings.until_filled": (
        "until filled|till filled|til filled|open until filled|until the position is filled|"
        "until position is filled|until the positions are filled|until it is filled|"
        "until they are filled|open until the position is filled|"
        "bis zur besetzung|bis zur besetzung der stelle|bis die stelle besetzt ist|bis besetzt|"
        "jusqu'à ce que le poste soit pourvu|jusqu'à pourvoi|jusqu'à pourvoi du poste|"
        "jusqu'au recrutement|hasta cubrir la plaza|hasta cubrir el puesto|"
        "hasta cubrir la vacante|hasta cubrir|hasta que se cubra|hasta que se cubra la plaza|"
        "招满为止|招满即止|招满|直至招满|额满为止|招滿為止|招滿即止|額滿為止|徵滿為止|"
        "決まり次第|決まり次第終了|決定次第|決定次第終了|採用が決まり次第終了|"
        "採用者が決まり次第終了|採用者決定まで|"
        "충원 시|충원시|충원 시까지|충원 시 마감|채용 시|채용시|채용 시까지|채용 시 마감|"
        "até o preenchimento|até o preenchimento da vaga|até ao preenchimento da vaga|"
        "fino a copertura|fino a copertura del posto|fino a copertura della posizione|"
        "до заполнения|до заполнения вакансии|до замещения|до замещения вакансии|"
        "حتى شغل الوظيفة|حتى ملء الشاغر|لحين شغل الوظيفة|حتى شغل المنصب"
    ),
    "openings.as_soon_as_possible": (
        "asap|a.s.a.p.|as soon as possible|immediately|immediate|"
        "ab sofort|sofort|so bald wie möglich|so schnell wie möglich|schnellstmöglich|"
        "baldmöglichst|möglichst bald|dès que possible|au plus vite|immédiatement|"
        "lo antes posible|cuanto antes|de inmediato|inmediatamente|"
        "尽快|尽早|立即|即日起|盡快|盡早|儘快|至急|できるだけ早く|なるべく早く|"
        "최대한 빨리|가능한 한 빨리|즉시|o quanto antes|o mais rápido possível|imediatamente|"
        "al più presto|il prima possibile|subito|как можно скорее|как можно раньше|срочно|"
        "في أقرب وقت|في أقرب وقت ممكن|فورا"
    ),
}


@cache
def _known_words() -> Mapping[str, str]:
    return {plain_text(one): name for name, some in _SAID.items() for one in some.split("|")}


class Item(base.Item):
    """A position to apply for."""

    position: Markdown = ""
    location: Markdown = ""
    deadline: When = Field(dates.parse(""), description="Until when; closed after that day")

    @property
    def title_line(self) -> str:
        """Return the position."""
        return self.position

    @property
    def details(self) -> tuple[str, ...]:
        """Return the place."""
        return (self.location,)

    @property
    def is_open_ended(self) -> bool:
        """Tell whether the deadline says that there is none: `rolling`, `until filled`."""
        return bool(self.said or _OPEN_ENDED.search(plain_text(self.deadline.text)))

    @property
    def said(self) -> str:
        """Return the key of the word for a deadline that is no day, "" where it is one."""
        return _known_words().get(plain_text(self.deadline.text.strip(" .。!！")), "")

    def is_closed(self, around: Surroundings) -> bool:
        """Tell whether the last day is over; of a month alone, its last."""
        year, month, day = self.deadline.end
        today = around.today
        return bool(year) and (year, month or 12, day or 31) < (today.year, today.month, today.day)


class Section(base.ItemSection[Item]):
    """Settings of `openings`."""


def arrange(section: Section, around: Surroundings) -> dict[str, Any]:
    """Show what is open, the next deadline first; what is closed is folded away."""
    listed = base.in_order(section.items, section.order)
    if section.order == "newest" and not any(one.date.year for one in listed):
        listed.sort(key=lambda one: one.deadline.end if one.deadline.year else dates.OPEN)
    rows = [_row(one, around) for one in listed if not one.is_closed(around)]
    closed = [_row(one, around) for one in reversed(listed) if one.is_closed(around)]
    limit = section.limit or len(rows)
    return {"rows": rows[:limit], "older": rows[limit:], "closed": closed if section.older else []}


def _row(item: Item, around: Surroundings) -> Row:
    row = item.row(around.today)._replace(is_upcoming=False)
    if not item.deadline.text:
        return row
    if item.said:
        said = around.words[item.said]
    elif _begins_with_date(item.deadline.text):
        until = formats.date(item.deadline, around.language, "auto")
        said = around.words["openings.deadline"].format(until)
    else:  # words of the user's own: "by" may not go with them
        said = item.deadline.text
    return row._replace(details=(*row.details, said))


def _begins_with_date(text: str) -> bool:
    """Tell `15 January` and `Friday, 15 January` from `until 15 January` and words alone."""
    plain = plain_text(text)
    found = next(scan(plain), None)
    if found is None:
        return False
    before = plain[: found.begin].rstrip()
    return not before or before.endswith(",")

"""Where a paper appeared, read from the words behind its title: journal, volume, pages, year."""

from __future__ import annotations

import re

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PAGES = r"(?P<pages>[A-Za-z]?\d[\w.]*(?:\s*[-–—]+\s*[A-Za-z]?\d[\w.]*)?)"
_PP = r"(?:,\s*)?(?:pp?\.?|pages?)\s*"
_END = r"[\s.,;。]*"
_IN = r"(?:In:?\s+|in\s+)"

# First that matches whole wins; what a form does not name stays in `venue`.
_FORMS = tuple(
    re.compile(form)
    for form in (
        # 2024. In Proceedings of X.
        rf"{_YEAR}\.\s+{_IN}(?P<booktitle>[^()]+?(?:\([\w\s’']+\))?[^()]*?){_END}",
        # In: in review (2023).
        rf"{_IN}?(?P<status>(?:in|under) review|submitted|accepted|in press|to "
        rf"appear)[\s,]*\(?{_YEAR}\)?{_END}",
        # Journal 34, no. 2 (2022): 163-179.
        rf"(?P<journal>[^\d()][^()]*?),?\s+(?P<volume>\d+),?\s*no\.\s*(?P<number>[\w-]+)\s*\({_YEAR}\)(?:\s*[:,]\s*{_PAGES})?{_END}",
        # In: Journal 50.2 (2021), pp. 285–293.
        rf"{_IN}?(?P<journal>[^\d()][^()]*?),?\s+(?P<volume>\d+)(?:\.(?P<number>\d+))?\s*\({_YEAR}\)(?:[,:]\s*(?:pp?\.\s*|pages?\s*)?{_PAGES})?{_END}",
        # Journal, 2024, 12(3): 1414605. (2024).
        rf"(?P<journal>[^\d()][^()]*?)[,，.]\s*{_YEAR}\s*[,，;]\s*(?:vol\.?\s*)?(?P<volume>\d+)\s*(?:\((?P<number>[\w\s–-]+)\))?\s*[:：,]\s*{_PAGES}(?:\s*[.,]?\s*\((?P=year)\))?{_END}",
        # Journal, 12(3): 49417-49430, 2025.
        rf"(?P<journal>[^\d()][^()]*?),?\s+(?:vol\.?\s*)?(?P<volume>\d+)\s*(?:\((?P<number>[\w–-]+)\))?\s*:\s*{_PAGES},?\s*{_YEAR}{_END}",
        # Journal, vol. 12, no. 3, pp. 1-9, 2025.
        rf"(?P<journal>[^\d()][^()]*?),\s*[Vv]ol\.?\s*(?P<volume>\d+)(?:,\s*(?:[Nn]o|[Ii]ss(?:ue)?)\.?\s*(?P<number>[\w-]+))?(?:{_PP}{_PAGES})?,?\s*(?:\w+\.?\s)?{_YEAR}{_END}",
        # In Conference, pages 1–9. Publisher, 2022.
        rf"{_IN}(?P<booktitle>.+?){_PP}{_PAGES}\.\s*(?P<publisher>[^\d,.]+),\s*{_YEAR}{_END}",
        # In Conference, pages 1–9, 2022.
        rf"{_IN}(?P<booktitle>.+?){_PP}{_PAGES},?\s*\(?{_YEAR}\)?{_END}",
        # Journal, pages 1–18, 2020.
        rf"(?P<journal>[^\d()][^()]*?){_PP}{_PAGES},?\s*\(?{_YEAR}\)?{_END}",
        # arXiv preprint arXiv:2109.05759 (2021).
        rf"(?P<journal>arXiv preprint arXiv:[\w./-]+)[\s,]*\(?{_YEAR}\)?{_END}",
        # Conference, 2026: 508-519. · Conference, 2025, 13540–13542.
        rf"{_IN}?(?P<venue>[^\d()][^()\d]*?(?:\([\w\s’'-]+\))?),\s*{_YEAR}\s*[:,]\s*{_PAGES}{_END}",
        # Journal 2023, 13, 2956.
        rf"(?P<journal>[^\d()][^()\d]*?),?\s+{_YEAR},\s*(?P<volume>\d+)(?:\s*\((?P<number>\w+)\))?,\s*{_PAGES}{_END}",
        # Journal, 2022, 43(7):162–169, 177.
        rf"(?P<journal>[^\d()][^()]*?),\s*{_YEAR},\s*(?P<volume>\d+)\((?P<number>\w+)\)\s*:\s*(?P<pages>[\d–,\s-]+\d){_END}",
        # In Conference, 2022.
        rf"{_IN}(?P<booktitle>[^,.]+(?:\([^)]*\))?),?\s*\(?{_YEAR}\)?{_END}",
    )
)  # fmt: skip
_LAST_YEAR = re.compile(rf"^(?P<venue>.*?)[\s,.'’(]*(?<!\d){_YEAR}\)?{_END}$", re.DOTALL)
_ONLY_YEAR = re.compile(rf"\(?{_YEAR}\)?{_END}")
STATUS = re.compile(
    r"\W*((?:under|in) (?:review|submission|revision|press|peer review)|(?:in )?submi(?:tted|"
    r"ssion)|"
    r"to appear|accepted|forthcoming|reviewing|major revision|minor revision|early access|"
    r"in preparation|preprint|arxiv|arxiv preprint|working paper|投稿中|已录用)\W*",
    re.IGNORECASE,
)
VENUE = re.compile(
    r"conference|journal|proceedings|transactions|workshop|symposium|\bletters\b|\breview\b|arxiv|"
    r"\bIEEE\b|\bACM\b|\bpress\b|universit|thesis|\bscience|nature|advances|lecture notes|学报|"
    r"会议|"
    r"期刊|大学|findings|magazine|springer|elsevier|preprint|congress",
    re.IGNORECASE,
)
ROLES = re.compile(
    r"co-?(?:first|senior|lead)|equal(?:ly)?\b|correspond|contribut|first author|project lead",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"CCF|JCR|\bIF\b|\bSCI\b|\bSSCI\b|\bEI\b|\bQ[1-4]\b|CORE|CSRank|Acceptance|\boral\b|"
    r"spotlight|highlight|中科院|[1-4一二三四]区|核心|CSCD|\bCNKI\b|best paper|award|winner|"
    r"honou?rable|finalist|nominee|nomination|top[- ]?\d|co-?first|equal|"
    r"corresponding|first author|citations?\b",
    re.IGNORECASE,
)


def read(text: str) -> dict[str, str]:
    """Return the fields that the words name; what they cannot be split into is `venue`."""
    text = " ".join(text.split()).strip(" ,.;|·-–")
    if not text:
        return {}
    if only := _ONLY_YEAR.fullmatch(text):
        return {"year": only["year"]}
    if status := STATUS.fullmatch(text):
        return {"status": status[1]}
    for form in _FORMS:
        if found := form.fullmatch(text):
            fields = {
                name: value.strip(" ,.") for name, value in found.groupdict().items() if value
            }
            return {
                name: re.sub(r"\s*[–—]+\s*", "-", value) if name == "pages" else value
                for name, value in fields.items()
            }
    text = re.sub(rf"^{_IN}(?=[A-Z0-9])", "", text)
    if found := _LAST_YEAR.match(text):
        venue = found["venue"].strip(" ,.;:-–")
        return {"venue": venue, "year": found["year"]} if venue else {"year": found["year"]}
    return {"venue": text}


def year_of(text: str) -> str:
    """Return the last year that a text names."""
    found = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return str(found[-1]) if found else ""


def without_year(text: str) -> str:
    """Return `CVPR` for `CVPR 2016` and `CVPR2016`."""
    return re.sub(r"[\s,'’]*(?<!\d)(?:19|20)\d\d(?!\d)", "", text, count=1).strip(" ,.") or text

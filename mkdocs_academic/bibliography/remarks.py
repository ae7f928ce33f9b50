"""Remarks under an entry, without what reference managers write into it for themselves."""

from __future__ import annotations

from collections.abc import Mapping

from . import latex

_FIELDS = ("titleaddon", "note", "additional_info", "annotation", "addendum")
_MAY_BE_THEIRS = frozenset(("note", "annotation"))
# Zotero's names of what it has no field for, the Web of Science's of what it counts.
_NAMES = frozenset(
    (
        "_eprint|accession number|archive location|backup publisher|book title|call number|"
        "citation key|cited reference count|cited references count|conference name|"
        "container-title|eprint|event title|issue|journal abbreviation|library catalog|num pages|"
        "number|original-date|page version id|pages|place|proceedings title|publication title|"
        "publisher|qid|read_status|read_status_date|section|series|series title|short title|"
        "shorttitle|times cited|total times cited|type|version number|volume|zscc"
    ).split("|")
)
_OWN_WORDS = frozenset("issue number pages place section series type volume".split())  # in one line
_IDS = frozenset("doi isbn issn pmcid pmid".split())  # readers may need them
THEIR_KEYWORDS = frozenset(("#nosource",))  # Zotero's mark of an attachment that is missing


def of(field: Mapping[str, str]) -> list[str]:
    """Return the remarks (HTML)."""
    return [
        latex.to_html(field[name])
        for name in _FIELDS
        if name in field and not (":" in field[name] and _is_theirs(name, field[name]))
    ]


def _is_theirs(field: str, value: str) -> bool:
    r"""Tell whether all lines of a remark are such as `Number: 1` or `Read\_Status: New`."""
    if field not in _MAY_BE_THEIRS:
        return False
    lines = filter(None, map(str.strip, value.replace("; ", "\n").split("\n")))
    names = {_plain(line.partition(":")[0]) if ":" in line else line for line in lines}
    may_be_own = names <= _OWN_WORDS and "\n" not in value.strip()  # "Type: Oral; Series: B"
    return names <= _NAMES | _IDS and not names <= _IDS and not may_be_own


def _plain(name: str) -> str:
    return name.replace("\\", "").replace("{", "").strip().lower()

"""Ids in archives without what is written before them, and addresses in the place of ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .. import urls
from . import verbatim

_ARXIV = "https://arxiv.org/abs/"
_ARCHIVES = (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas "
    "cond-mat cs dg-ga econ eess funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th "
    "nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio q-fin quant-ph solv-int stat "
    "supr-con"
).split()
# Ids that can be nothing else: a year and a month, or one of arXiv's archives before 2007.
_OF_ARXIV = re.compile(
    rf"\d\d(?:0[1-9]|1[0-2])\.\d{{4,5}}(?:v\d+)?"
    rf"|(?:{'|'.join(_ARCHIVES)})(?:\.[A-Z]{{2}})?/\d\d(?:0[1-9]|1[0-2])\d{{3}}(?:v\d+)?",
    re.ASCII,
)
_DOI = re.compile(r"10\.\d{4,9}/", re.ASCII)


def of(field: Mapping[str, str]) -> tuple[str, str]:
    """Return the archive, "" where it is not known, and the id; "" and "" where there is none."""
    written = field.get("eprint")
    if not written:
        return arxiv(field)
    archive = field.get("archiveprefix") or field.get("eprinttype") or ""
    if not archive and _OF_ARXIV.fullmatch(written.strip()):
        return "arXiv", written.strip()
    return _bare(archive, written) if ":" in written else (archive, written)


def arxiv(field: Mapping[str, str]) -> tuple[str, str]:
    """Return the archive and the id that the field `arxiv` tells."""
    written = field.get("arxiv", "")
    if ":" in written:
        return _bare("arXiv", written)
    return ("arXiv" if written else ""), written


def _bare(archive: str, written: str) -> tuple[str, str]:
    """Read `arXiv:2401.12345`, `https://arxiv.org/abs/2401.12345`, `hal:hal-01234567`."""
    text = verbatim.to_text(written)
    address = urls.identifier_url("arxiv", text) or ""
    if address.startswith(_ARXIV):
        is_named = archive.strip().lower() == "arxiv"
        return archive if is_named else "arXiv", address.removeprefix(_ARXIV)
    if text.startswith(("http://", "https://")):
        return "", ""
    before, _, after = text.partition(":")
    is_repeated = before.strip().lower() == archive.strip().lower()
    return archive, after.strip() if is_repeated else written


def addresses(field: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the fields `doi` and `eprint` that hold a web address instead of an id, and it."""
    for name in ("doi", "eprint"):
        if name in field and "http" in field[name]:
            text = verbatim.to_text(field[name])
            is_id = _DOI.search(text) if name == "doi" else of(field)[1]
            if not is_id and text.startswith(("http://", "https://")) and urls.safe_url(text):
                yield name, text

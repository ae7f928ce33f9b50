"""Which addresses may be printed, and the addresses that identifiers stand for."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup

_SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Left alone in an attribute or in Jinja these could end the one and start the other.
_ESCAPES = {ord(char): quote(char) for char in " \"'<>`{}|^"}


def safe_url(url: str) -> str | None:
    """Return the address as it may stand in an `href`, or None for a trick or for nothing.

    Web, mail, relative and `#` addresses pass; browsers read control characters, backslashes
    and `//host` in ways that the eye does not, so these do not.
    """
    url = url.strip(" \t\r\n")
    if _ORDINARY.fullmatch(url):
        return url
    if not url or any(unicodedata.category(char) in _INVISIBLE for char in url):
        return None
    plain = _without_entities(url)
    if "\\" in plain or plain.startswith("//") or any(ord(char) < 32 for char in plain):
        return None
    scheme = _SCHEME.match(plain)
    if scheme is None:
        # A colon in the first step of a relative path reads as a scheme.
        return None if ":" in re.split(r"[/?#]", plain, maxsplit=1)[0] else url.translate(_ESCAPES)
    if scheme[1].lower() not in _SCHEMES or not url.startswith(scheme[0]) or not _complete(plain):
        return None
    return (scheme[0].lower() + url[scheme.end() :]).translate(_ESCAPES)


def coded(text: str) -> Markup:
    """Write an e-mail address in character references: browsers read it, simple harvesters do not.

    Python-Markdown does the same with `<ada@example.org>`.
    """
    return Markup("".join(f"&#{ord(char)};" for char in text))


def identifier_url(kind: str, value: str) -> str | None:
    """Return the address of `doi`, `arxiv`, … identifiers; None if it is not one.

    Prefixes (`doi:`) and full addresses of the same service are understood; any other full
    web address is returned as it is, because people write these into such fields too. Of
    several DOIs it is the first.
    """
    value = value.strip()
    value = (dois(value)[0] if kind.casefold() == "doi" else value).rstrip(".,;")
    for pattern, template in _rules(kind.casefold()):
        if match := pattern.fullmatch(value):
            found = match[1]
            if not _NEVER_QUOTED.fullmatch(found):
                found = unquote(found) if value.lower().startswith("http") else found
                found = quote(found, safe="/:;()._-~@!$*+,=")
            return template.format(found)
    return safe_url(value) if value[:4].lower() == "http" and _WEB.match(value) else None


def usual_url(kind: str, value: str) -> str:
    """Return what `identifier_url` gives for values that are as most are; "" for others."""
    if kind not in _IDENTIFIERS:
        return value if value[:4] == "http" and _USUAL.fullmatch(value) else ""
    pattern, before = _USUAL_IDS.get(kind, _NO_USUAL)
    return before + value if pattern.fullmatch(value) else ""


def dois(written: str) -> list[str]:
    """Return what stands there for a paper and for its erratum, as INSPIRE writes them."""
    if written.find("10.", 8) < 0:
        return [written]  # as nearly all
    found = _BETWEEN_DOIS.split(written)
    return found if _A_DOI.match(found[0]) else [written]


def is_identifier(kind: str) -> bool:
    """Tell whether there are identifiers of this kind."""
    return kind in _IDENTIFIERS


def kind_of(address: str) -> str:
    """Return the kind of identifier that a full web address is the page of, "" if none."""
    return next((kind for kind in _IDENTIFIERS if _is_page(kind, address)), "")


def _is_page(kind: str, address: str) -> bool:
    return any(pattern.fullmatch(address) for pattern, _ in _rules(kind))


def lacks_scheme(url: str) -> bool:
    """Tell `github.com/ada` and `www.ada.example` from a path of this site."""
    return bool(_HOST.match(url))


def is_orcid(value: str) -> bool:
    """Check the last digit of `0000-0002-1825-0097` (ISO 7064, MOD 11-2)."""
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", value, re.ASCII):
        return False
    total = 0
    for digit in value.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == value[-1]


# Nothing in these could be meant to mislead; most addresses are.
_ORDINARY = re.compile(
    r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?::\d{1,5})?(?:/[\w.~/%+=,;:@!*()-]*+)?"
    r"(?:[?#][\w./%+=&-]*+)?"
    r"|\w[\w./-]*+(?:[?#][\w./%+=-]*+)?",
    re.ASCII,
)
# Of these, what no reading of LaTeX and no tidying changes.
_USUAL = re.compile(r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*/[\w.~/%+=,:@!*()-]*+(?<![.,])", re.ASCII)
_USUAL_IDS = {
    "doi": (re.compile(r"10\.\d{4,9}/[\w/:()._-]++(?<!\.)", re.ASCII), "https://doi.org/"),
    "arxiv": (re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?", re.ASCII), "https://arxiv.org/abs/"),
}
_A_DOI = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/", re.IGNORECASE)
_BETWEEN_DOIS = re.compile(rf"\s*[,;]\s*(?={_A_DOI.pattern})", re.IGNORECASE)
_NO_USUAL = re.compile(r"(?!)"), ""
_NEVER_QUOTED = re.compile(r"[\w/:;()._~@!$*+,=-]+", re.ASCII)
_HOST = re.compile(
    r"(?:www\.[\w-]+\.|youtu\.be/"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|ac\.\w\w|eu)(?:[/?#]|$))",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")  # controls, zero-width and bidi marks, separators


def _without_entities(url: str) -> str:
    """Undo `&#106;` and `&amp;#106;`, which a second reader of the page may undo."""
    while (plain := html.unescape(url)) != url:
        url = plain
    return url


def _complete(url: str) -> bool:
    """Ask for a host after http, for an @ after mailto."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # "https://[half"
        return False
    return "@" in parts.path if parts.scheme == "mailto" else bool(host) and " " not in host


@cache
def _rules(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile them when there is such an identifier: a site has few kinds."""
    rules = _IDENTIFIERS.get(kind, ())
    return tuple((re.compile(one, re.IGNORECASE | re.ASCII), template) for one, template in rules)


# The one group is the identifier; forms as the services print them.
_IDENTIFIERS = {
    "doi": (
        (
            r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)",
            "https://doi.org/{}",
        ),
    ),
    "arxiv": (
        (
            r"(?:https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv:\s*)?"
            r"(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)"
            r"(?:\.pdf)?(?:\s*\[[\w.-]+\])?",
            "https://arxiv.org/abs/{}",
        ),
    ),
    "hal": (
        (
            r"(?:https?://[\w.-]*hal[\w.-]*/(?:\w+/)*|hal:\s*)?([a-z]+(?:-[a-z]+)*-\d{6,8}(?:v\d+)?)",
            "https://hal.science/{}",
        ),
    ),
    "pmid": (
        (
            r"(?:https?://(?:www\.ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/"
            r"|(?:pmid:?|pubmed:)\s*)?(\d{1,8})/?",
            "https://pubmed.ncbi.nlm.nih.gov/{}/",
        ),
    ),
    "pmcid": (
        (
            r"(?:https?://(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/"
            r"|pmcid:\s*)?(?:PMC)?(\d{1,9})/?",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC{}/",
        ),
    ),
    "isbn": (
        (
            r"(?:isbn(?:-1[03])?:?\s*)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])",
            "https://search.worldcat.org/search?q=bn:{}",
        ),
    ),
    "openreview": (
        (
            r"(?:https?://(?:www\.)?openreview\.net/(?:forum|pdf)\?id=)?([\w-]{6,})(?:&.*)?",
            "https://openreview.net/forum?id={}",
        ),
    ),
    "acl": (
        (
            r"(?:https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/|acl:\s*)?"
            r"([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)(?:\.pdf)?/?",
            "https://aclanthology.org/{}/",
        ),
    ),
    "dblp": (
        (
            r"(?:https?://dblp\.(?:org|uni-trier\.de)/rec/(?:html/|bibtex/)?|dblp:)?"
            r"((?:conf|journals|books|phd|series|reference|homepages|tr)/\S+?/\S+?)(?:\.html|\.bib)?",
            "https://dblp.org/rec/{}",
        ),
    ),
    "zenodo": (
        (
            r"(?:https?://(?:www\.)?zenodo\.org/records?/|(?:https?://doi\.org/)?10\.5281/zenodo\.)?"
            r"(\d+)/?",
            "https://zenodo.org/records/{}",
        ),
    ),
    "osf": (
        (
            r"(?:https?://osf\.io/(?:preprints/(?:\w+/)?)?)?([a-z0-9]{5}(?:_v\d+)?)/?",
            "https://osf.io/{}/",
        ),
    ),
    "huggingface": (
        (
            r"(?:(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/)?"
            r"((?:(?:datasets|spaces|papers|collections)/)?[\w.-]+(?:/[\w.-]+)?)/?",
            "https://huggingface.co/{}",
        ),
    ),
    "semanticscholar": (
        (r"(?:corpus\s*id:?\s*)(\d+)", "https://api.semanticscholar.org/CorpusID:{}"),
        (
            r"(?:https?://(?:www\.)?semanticscholar\.org/paper/(?:[^/]+/)?)?([0-9a-f]{40})/?",
            "https://www.semanticscholar.org/paper/{}",
        ),
    ),
    "inspirehep_id": (
        (
            r"(?:https?://(?:www\.)?inspirehep\.net/(?:literature|record)/)?(\d{3,10})/?",
            "https://inspirehep.net/literature/{}",
        ),
    ),
    "altmetric": ((r"(\d{3,})", "https://www.altmetric.com/details/{}"),),
    "dimensions": ((r"(pub\.\d+)", "https://app.dimensions.ai/details/publication/{}"),),
    "openalex": (
        (
            r"(?:https?://(?:api\.)?openalex\.org/(?:works/)?|openalex:\s*)?(W\d+)/?",
            "https://openalex.org/{}",
        ),
    ),
}

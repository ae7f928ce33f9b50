"""Addresses and identifiers in BibTeX values, where `~`, `--` and `_` stand for themselves."""

from __future__ import annotations

import re

# Fields that biblatex reads verbatim (manual, section 2.2.1), and links as styles write them.
FIELDS = frozenset(
    "url doi eprint file pdf html arxiv hal pmid pmcid isbn issn openreview acl code data dataset "
    "demo project website blog slides poster video supp teaser preview biburl urldate "
    "google_scholar_id openalex semanticscholar inspirehep_id key crossref xdata ids".split()
)

_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_TILDE = re.compile(r"\{?\\(?:textasciitilde|~)(?:\{\s*\}|(?![A-Za-z])\s*)\}?|\$\\sim\$")
_BACKSLASH = re.compile(r"\{?\\textbackslash(?:\{\}|\s)?\}?")
_ESCAPED = re.compile(r"\\([_%&#$])|\\(?:allowbreak\s*|-|/)")
_ESCAPED_BRACE = re.compile(r"\\([{}])")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_IN_ADDRESS = {
    "~": "%7E",
    "\\": "%5C",
    "{": "%7B",
    "}": "%7D",
    "$": "%24",
    "--": "-%2D",
    "''": "'%27",
    "``": "%60%60",
}
_SPECIALS = re.compile("|".join(map(re.escape, sorted(_IN_ADDRESS, key=len, reverse=True))))

_IN_IDENTIFIER = {"~": r"\textasciitilde{}", "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}"}
_IN_IDENTIFIERS = re.compile(r"[~\\{}]")


def to_text(value: str) -> str:
    """Return an address or identifier without what people write to please LaTeX."""
    text = value.strip()
    if "\n" in text:
        text = _LINE_BREAK.sub("", text)
    if "\\" not in text and "{" not in text and "}" not in text:
        return text
    text = _TILDE.sub("~", text)
    text = _COMMAND.sub(lambda found: found[1] or found[2] or "", text)
    text = _ESCAPED.sub(lambda found: found[1] or "", text)
    text = _ESCAPED_BRACE.sub(lambda found: "\0\1"["{}".index(found[1])], text)
    text = _BACKSLASH.sub("\2", text).replace("{", "").replace("}", "")
    return text.replace("\0", "{").replace("\1", "}").replace("\2", "\\").strip()


def from_text(text: str) -> str:
    """Write an address or identifier so that it reads the same with and without LaTeX."""
    if text.startswith(("http://", "https://")):  # RFC 3986, section 2.4: the same address
        return _SPECIALS.sub(lambda found: _IN_ADDRESS[found[0]], text)
    return _IN_IDENTIFIERS.sub(lambda found: _IN_IDENTIFIER[found[0]], text)

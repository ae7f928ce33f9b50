"""What biblatex's `author+an` says of authors in words: shown by a sign that a legend explains."""

from __future__ import annotations

SIGNS = {
    "equal": "*",
    "corresponding": "✉\ufe0e",  # as text, not as a picture
}
_WORDS = {  # in lower case, without what is no letter
    "equal": "equal equally equalcontribution equalcontributor contributedequally "
    "cofirst cofirstauthor jointfirst jointfirstauthor sharedfirst sharedfirstauthor",
    "corresponding": "corresponding correspondingauthor correspondence corr",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}


def role(annotation: str) -> str:
    """Return `equal` or `corresponding`, "" for anything else."""
    return _ROLES.get("".join(filter(str.isalpha, annotation)).lower(), "")


def sign(annotation: str) -> str:
    """Return the sign of a role; any other annotation stands as it is."""
    return SIGNS.get(role(annotation), annotation)

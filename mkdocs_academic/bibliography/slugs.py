"""Slugs: the last step of the address of a paper's page, made of the citation key, each once.

A slug depends on the key alone, so that it stays when a title is corrected or a list is sorted;
only keys that would get the same one take a piece of their hash.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from . import verbatim
from .entry import Entry
from .publication import Publication

LONGEST = 80  # characters; file systems take 255 bytes, Windows 260 characters for a whole path

# Not for pages: what servers and engines keep for themselves, and Windows' names of devices.
RESERVED = frozenset(
    "index 404 readme con prn aux nul".split()
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)


@dataclass(frozen=True, kw_only=True)
class Slugs:
    """The slugs of a site's papers."""

    by_key: Mapping[str, str]  # citation key -> slug
    former: Mapping[str, str]  # slug that is no longer anybody's -> slug to redirect to
    problems: tuple[tuple[Entry, str], ...] = ()  # whose field or key, and what to write instead


def assign(
    papers: Iterable[Publication],
    also: Mapping[str, str] = MappingProxyType({}),
    reserved: frozenset[str] = RESERVED,
) -> Slugs:
    """Give every paper a slug: the field `slug`, else one made of its key.

    The field `former` names earlier slugs or keys, with commas between them. Keys of versions that
    are shown as another paper (`also`: their key -> that one's) lead there as well.
    """
    pages = {paper.key: paper.entry for paper in papers if paper.entry}
    entries = dict(sorted(pages.items()))  # the order of the list does not matter
    own, problems = _chosen(entries, reserved)
    made = {key: made_of(key) for key in entries if key not in own}
    by_key = _uncrowded(own, made, reserved)
    taken = {*by_key.values(), *reserved}
    for key in sorted(made.keys() - by_key.keys()):
        by_key[key] = _with_hash(key, made[key], taken)
    for key in made:
        if by_key[key] != made[key]:
            message = (
                f"its page is {by_key[key]!r}, since {made[key]!r} is not its alone: "
                "a field `slug` gives it an address of your own"
            )
            problems.append((entries[key], message))
    former, misled = _former(entries, by_key, also)
    return Slugs(by_key=by_key, former=former, problems=(*problems, *misled))


def _uncrowded(
    own: Mapping[str, str], made: Mapping[str, str], reserved: frozenset[str]
) -> dict[str, str]:
    """Return the slugs that nobody else wants; a key that is its own slug keeps it."""
    wanted = Counter(made.values())
    taken = {*own.values(), *reserved}
    free = {
        key: slug
        for key, slug in made.items()
        if slug not in taken and (wanted[slug] == 1 or slug == key)
    }
    return {**own, **free}


_OWN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Told = list[tuple[Entry, str]]


def _chosen(entries: Mapping[str, Entry], reserved: frozenset[str]) -> tuple[dict[str, str], Told]:
    """Return the slugs that entries ask for; nobody gets one that two ask for."""
    written = {key: verbatim.to_text(one.fields.get("slug", "")) for key, one in entries.items()}
    wanted = {key: slug for key, slug in written.items() if slug}
    count = Counter(wanted.values())
    problems: Told = []
    for key, slug in list(wanted.items()):
        message = ""
        if not _OWN.fullmatch(slug) or len(slug) > LONGEST:
            hint = made_of(slug)
            message = f"{slug!r} is no slug: write a-z, 0-9 and single hyphens, such as {hint!r}"
        elif slug in reserved:
            message = f"the slug {slug!r} is kept for another page: write another one"
        elif count[slug] > 1:
            others = ", ".join(
                sorted(one for one, asked in written.items() if asked == slug and one != key)
            )
            message = f"the slug {slug!r} is also that of {others}: write another one"
        if message:
            problems.append((entries[key], message))
            del wanted[key]
    return wanted, problems


def made_of(key: str) -> str:
    """Write a key in a-z, 0-9 and hyphens: `DBLP:conf/x/Müller24` is `dblp-conf-x-muller24`."""
    ascii_ = key if key.isascii() else "".join(map(_ascii, unicodedata.normalize("NFC", key)))
    slug = _OTHER.sub("-", ascii_.lower()).strip("-")
    if not slug:
        return f"paper-{_hash(key)[:8]}"
    return slug if len(slug) <= LONGEST else f"{slug[: LONGEST - 9].rstrip('-')}-{_hash(key)[:8]}"


_OTHER = re.compile(r"[^a-z0-9]+")


def _ascii(char: str) -> str:
    """Write one character in ASCII: by a table, without its accent, or by its Unicode name."""
    if char.isascii():
        return char
    bare = [one for one in unicodedata.normalize("NFKD", char) if not unicodedata.combining(one)]
    for letters in ((char,), bare):
        known = [one if one.isascii() else _LETTERS.get(one.lower()) for one in letters]
        if None not in known:
            return "".join(filter(None, known))
    return _by_name(char) if char.isalnum() else "-"


def _by_name(char: str) -> str:
    """Return `ka` for HIRAGANA LETTER KA, `gim` for HANGUL SYLLABLE GIM, `u738b` for an ideograph.

    Names of characters never change (Unicode's stability policy), so neither do slugs.
    """
    if (digit := unicodedata.digit(char, None)) is not None:
        return str(digit)
    name = unicodedata.name(char, "")
    found = re.fullmatch(r".*(?:LETTER|SYLLABLE)(?: [A-Z]+)* ([A-Z]+)", name)
    return found[1].lower() if found else f"u{ord(char):x}"


_LETTERS = {
    **{
        letter: latin
        for script in (
            "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u "
            "ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i ї i є ye ґ g ў u ј j љ lj њ nj "
            "ћ c ђ dj џ dz",
            "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y "
            "φ f χ ch ψ ps ω o",
            "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ ng ə e",
        )
        for letter, latin in zip(script.split()[::2], script.split()[1::2], strict=True)
    },
    "ъ": "",
    "ь": "",
}


def _hash(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _with_hash(key: str, slug: str, taken: set[str]) -> str:
    """Add as much of the key's hash as makes the slug nobody else's; take it."""
    digits = _hash(key)
    for length in range(4, len(digits)):
        found = f"{slug[: LONGEST - 1 - length].rstrip('-')}-{digits[:length]}"
        if found not in taken:
            break
    taken.add(found)
    return found


def _former(
    entries: Mapping[str, Entry], by_key: Mapping[str, str], also: Mapping[str, str]
) -> tuple[dict[str, str], Told]:
    """Return where earlier addresses lead; a page that is there is never turned away from."""
    taken = set(by_key.values())
    found: dict[str, str] = {}
    problems: Told = []
    for key, entry in entries.items():
        for slug in map(made_of, _listed(entry.fields.get("former", ""))):
            if slug == by_key[key]:
                continue
            if slug in taken or found.get(slug, by_key[key]) != by_key[key]:
                message = f"the former address {slug!r} is that of another paper: it stays there"
                problems.append((entry, message))
            else:
                found[slug] = by_key[key]
    for version, shown in sorted(also.items()):
        slug = made_of(version)
        if shown in by_key and slug not in taken:
            found.setdefault(slug, by_key[shown])
    return found, problems


def _listed(value: str) -> list[str]:
    return [part for part in re.split(r"[,;\s]+", verbatim.to_text(value)) if part]

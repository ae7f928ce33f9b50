"""What holds for any bibliography: nothing raises, a fault costs the entry it hits at most."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_academic.bibliography import latex, names
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.reader import parse, read

from .test_latex import is_safe

settings.register_profile("bibliography", deadline=None, max_examples=150)
settings.load_profile("bibliography")

WORDS = st.sampled_from(
    r"The|a|of|{B}|{\"u}ber|na{\"\i}ve|{{Deep} one}|$x_1$|$\mathcal{O}(n)$|R\&D|50\% 50%|C#|---|"
    r"``x''|don't|a=b|{,}|é|王|\emph{in vivo}|~|(x)|[y]|;|:|<|>|&|http://x.org/~a?b=1&c".split("|")
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
NAMES = st.sampled_from(
    "author title journal year volume abstract author+an date-added pdf selected x_y".split()
)
TYPES = st.sampled_from("article inproceedings Book MISC online phdthesis".split())
BARE = st.integers(0, 3000).map(str)


@st.composite
def fields(draw: st.DrawFn) -> dict[str, tuple[str, str]]:
    """Draw fields: name -> value, and the same as it is written."""
    drawn: dict[str, tuple[str, str]] = {}
    for name in draw(st.lists(NAMES, unique=True, max_size=6)):
        value = draw(TEXTS)
        ways = [(value, f"{{{value}}}"), (value, f"{{\n    {value}\n  }}")]
        number = draw(BARE)
        ways.append((number, number))
        if value.count("{") == value.count("}") and '"' not in value:
            ways.append((value, f'"{value}"'))
        drawn[name] = draw(st.sampled_from(ways))
    return drawn


@st.composite
def written(draw: st.DrawFn, number: int) -> tuple[str, str, dict[str, str]]:
    """Draw an entry: its text, its type, its fields."""
    kind, drawn = draw(TYPES), draw(fields())
    between = draw(st.sampled_from([",\n  ", ", ", " ,\n"]))
    equals = draw(st.sampled_from(["=", " = ", "  =\n    "]))
    end = draw(st.sampled_from(["\n}", "}", ",\n}", ", }"]))
    pairs = between.join(f"{name}{equals}{text}" for name, (_, text) in drawn.items())
    text = f"@{kind}{{key{number}{between}{pairs}{end}"
    return text, kind.lower(), {name: value for name, (value, _) in drawn.items()}


BIBLIOGRAPHIES = st.tuples(*(written(number) for number in range(4)))
Bibliography = tuple[tuple[str, str, dict[str, str]], ...]
BETWEEN = "\n\n"


@given(BIBLIOGRAPHIES, st.sampled_from(["\n\n", "\n% comment {\n", "\nany text\n", "\n"]))
def test_what_is_written_is_read(bibliography: Bibliography, between: str) -> None:
    library = parse(between.join(text for text, *_ in bibliography), "f")
    assert library.problems == ()
    found = [(entry.source, entry.type, entry.fields) for entry in library.entries]
    assert found == list(bibliography)


def kept(bibliography: Bibliography, text: str, hit: set[int]) -> None:
    """Check that all entries but those that were hit are read as if nothing had happened."""
    found: dict[str, Entry] = {entry.key: entry for entry in parse(text, "f").entries}
    for number, (_, kind, values) in enumerate(bibliography):
        if number not in hit:
            entry = found[f"key{number}"]
            assert (entry.type, entry.fields) == (kind, values)


def entry_at(bibliography: Bibliography, at: int) -> int:
    end = 0
    for number, (text, *_) in enumerate(bibliography):
        end += len(text) + len(BETWEEN)
        if at < end:
            return number
    return len(bibliography) - 1


@given(BIBLIOGRAPHIES, st.data())
def test_cut_off_anywhere(bibliography: Bibliography, data: st.DataObject) -> None:
    text = BETWEEN.join(text for text, *_ in bibliography)
    at = data.draw(st.integers(0, len(text)))
    kept(bibliography, text[:at], set(range(entry_at(bibliography, at), len(bibliography))))


@given(BIBLIOGRAPHIES, st.data())
def test_begun_anywhere(bibliography: Bibliography, data: st.DataObject) -> None:
    text = BETWEEN.join(text for text, *_ in bibliography)
    at = data.draw(st.integers(0, len(text)))
    kept(bibliography, text[at:], set(range(entry_at(bibliography, at) + 1)))


@given(BIBLIOGRAPHIES, st.data())
def test_any_character_removed(bibliography: Bibliography, data: st.DataObject) -> None:
    text = BETWEEN.join(text for text, *_ in bibliography)
    special = [at for at, char in enumerate(text) if char in '{}"()@,=#']
    at = data.draw(st.sampled_from(special))
    hit = entry_at(bibliography, at)
    kept(bibliography, text[:at] + text[at + 1 :], {hit, hit + 1})


@given(BIBLIOGRAPHIES, st.data(), st.sampled_from('{}"()@,=%#\\'))
def test_any_character_added(bibliography: Bibliography, data: st.DataObject, char: str) -> None:
    text = BETWEEN.join(text for text, *_ in bibliography)
    at = data.draw(st.integers(0, len(text)))
    hit = entry_at(bibliography, at)
    kept(bibliography, text[:at] + char + text[at:], {hit, hit + 1})


PIECES = st.sampled_from(
    '@article{ @string{ @comment( @ { } ( ) " , = # % \\ \n key title author = {x} "y" and $ ~ '
    "crossref={key} xdata \ufeff \r \0 王 é @misc{key, , ; others given= <b> </i> \\emph{ \\' ^ * "
    "\\href{ `` -- &amp; \\( \\) \\$".split(" ")
)
NOISE = st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))


@given(NOISE)
def test_no_text_raises(text: str) -> None:
    library = parse(text, "f")
    assert len({entry.key for entry in library.entries}) == len(library.entries)
    for entry in library.entries:
        assert entry.source in text.replace("\r\n", "\n").replace("\r", "\n")
        for value in entry.fields.values():
            latex.to_html(value)


@given(st.one_of(st.binary(), NOISE.map(lambda text: text.encode("utf-16", "surrogatepass"))))
def test_no_bytes_raise(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "f.bib")
        path.write_bytes(data)
        read(path)


@given(NOISE)
def test_html_is_safe_and_text_is_text(text: str) -> None:
    assert is_safe(latex.to_html(text))
    latex.to_text(text)
    latex.to_plain(text)


@given(NOISE)
def test_no_name_raises(text: str) -> None:
    people, _ = names.split(text)
    for person in (*people, names.parse(text)):
        assert isinstance(person.full + person.sort + person.initials, str)
        Identity(text, [person.full]).matches(person)
    assert all(person.family for person in people)
    names.annotate(people, text)


PERSON = st.tuples(
    st.sampled_from("Ann Jörg Jean-Pierre A. B.C. Xiao-Ming Zoë".split()),
    st.sampled_from(["", "van der", "de la", "von"]),
    st.sampled_from("Roe Müller O'Roe Roe-Doe Nguyễn Østergaard".split()),
)


@given(st.lists(PERSON, min_size=1, max_size=8), st.booleans())
def test_names_survive_writing(people: list[tuple[str, str, str]], others: bool) -> None:
    names_written = [f"{von} {family}, {first}".strip() for first, von, family in people]
    field = " and ".join([*names_written, *(["others"] if others else [])])
    found, more = names.split(field)
    assert [(name.given, name.prefix, name.family) for name in found] == people
    assert more == others
    again, _ = names.split(" and ".join(name.sort for name in found))
    assert again == found
    for name in found:
        assert Identity(name.full).matches(name)

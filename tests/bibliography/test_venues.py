"""Where a publication appeared, as its line says it."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import venues
from mkdocs_academic.words import words


@pytest.mark.parametrize(
    ("kind", "said", "html"),
    [
        ("article", "Journal Article", "<em>J</em>"),  # EndNote
        ("article", "journal-article", "<em>J</em>"),
        ("article", "{Journal\n  Article}", "<em>J</em>"),
        ("article", "Review", "Review, <em>J</em>"),
        ("inproceedings", "Conference Proceedings", "<em>J</em>"),
        ("inproceedings", "Poster", "Poster, <em>J</em>"),
        ("inbook", "Book Section", "<em>J</em>"),
        ("book", "Book", "<em>J</em>"),
        ("book", "Edited Book", "Edited Book, <em>J</em>"),
        ("phdthesis", "Thesis", "Thesis, <em>J</em>"),
        ("techreport", "Report", "Report, <em>J</em>"),
        ("misc", "Journal Article", "Journal Article, <em>J</em>"),
    ],
)
def test_a_kind_that_the_type_says_already_is_left_out(kind: str, said: str, html: str) -> None:
    assert venues.of(kind, {"type": said, "venue": "J"}, words("en")).html == html


BOOK = {
    "publisher": "P",
    "address": "Paris",
    "edition": "3",
    "volume": "2",
    "series": "S",
    "number": "9",
}
CHAPTER = {**BOOK, "booktitle": "Handbook", "chapter": "4", "pages": "3--9"}


@pytest.mark.parametrize(
    ("language", "book", "chapter"),
    [
        ("en", "vol. 2, 3rd ed., S 9, Paris: P", "vol. 2, 3rd ed., S 9, ch. 4, pp. 3–9, Paris: P"),
        (
            "de",
            "Bd. 2, 3. Auflage, S 9, Paris: P",
            "Bd. 2, 3. Auflage, S 9, Kap. 4, S. 3–9, Paris: P",
        ),
        ("fr", "vol. 2, 3e éd., S 9, Paris: P", "vol. 2, 3e éd., S 9, chap. 4, p. 3–9, Paris: P"),
        ("zh", "第2卷, 第3版, S 9, Paris: P", "第2卷, 第3版, S 9, 第4章, 第3–9页, Paris: P"),
        ("it", "vol. 2, 3ª ed., S 9, Paris: P", "vol. 2, 3ª ed., S 9, cap. 4, pp. 3–9, Paris: P"),
        ("pt-BR", "vol. 2, 3ª ed., S 9, Paris: P", "vol. 2, 3ª ed., S 9, cap. 4, p. 3–9, Paris: P"),
        ("ko", "제2권, 제3판, S 9, Paris: P", "제2권, 제3판, S 9, 제4장, 3–9쪽, Paris: P"),
        ("ru", "т. 2, 3-е изд., S 9, Paris: P", "т. 2, 3-е изд., S 9, гл. 4, с. 3–9, Paris: P"),
    ],
)
def test_numbers_of_books_have_words(language: str, book: str, chapter: str) -> None:
    found = venues.of("book", BOOK, words(language))
    assert (found.html, found.name, found.details) == (book.replace("P", "<em>P</em>")
        .replace("<em>P</em>aris", "Paris"), "P", "")  # fmt: skip
    found = venues.of("incollection", CHAPTER, words(language))
    assert (found.html, found.details) == ("<em>Handbook</em>", chapter)


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("1021-1040", "1021–1040"),
        ("1021--1040", "1021–1040"),
        ("9---12", "9–12"),
        ("5-9, 12-15+", "5–9, 12–15+"),
        ("۱۲-۳۴", "۱۲–۳۴"),
        # numbers of articles
        ("101-1", "101-1"),
        ("A1-3", "A1-3"),
        ("S9-S12, S20-S1", "S9–S12, S20-S1"),
        ("12-14-16", "12-14-16"),
        ("1:1-1:20", "1:1-1:20"),
        ("2022.06-2023.07", "2022.06-2023.07"),
    ],
)
def test_a_hyphen_between_numbers_is_a_dash(pages: str, shown: str) -> None:
    field = {"journal": "J", "pages": pages}
    assert venues.of("article", field, words("en")).details == shown
    field = {"booktitle": "B", "pages": pages}
    found = venues.of("incollection", field, words("en")).details
    assert found.removeprefix("pp. ") == shown
    assert venues.of("article", {"journal": "J", "eid": "12-14"}, words("en")).details == "12-14"


def test_an_id_is_said_once() -> None:
    field = {"eprint": "2022.06.01.494000", "eprinttype": "bioRxiv", "pages": "2022.06.01.494000"}
    found = venues.of("online", field, words("en"))
    assert (found.name, found.details) == ("bioRxiv:2022.06.01.494000", "")
    found = venues.of("online", {**field, "journal": "J"}, words("en"))
    assert (found.name, found.details) == ("J", "2022.06.01.494000")


@pytest.mark.parametrize("kind", ["article", "inproceedings", "conference"])
def test_papers_stay_as_they_are(kind: str) -> None:
    said = {"venue": "J", "volume": "21", "number": "6", "pages": "8535--8552", "address": "Rome"}
    assert venues.of(kind, said, words("en")) == ("<em>J</em>", "J", "21(6): 8535–8552")


@pytest.mark.parametrize(
    ("said", "en", "de"),
    [
        ({"edition": "1"}, "1st ed.", "1. Auflage"),
        ({"edition": "2nd"}, "2nd ed.", "2. Auflage"),
        ({"edition": "11"}, "11th ed.", "11. Auflage"),
        ({"edition": "23rd edition"}, "23rd ed.", "23. Auflage"),
        ({"edition": "Second"}, "Second ed.", "2. Auflage"),
        ({"edition": "3., überarb. Aufl."}, "3., überarb. Aufl.", "3., überarb. Aufl."),
        ({"volume": "IV"}, "vol. IV", "Bd. IV"),
        ({"volume": "Band 4"}, "Band 4", "Band 4"),
        ({"series": "LNCS", "volume": "12"}, "LNCS, vol. 12", "LNCS, Bd. 12"),
        ({"series": "LNCS"}, "LNCS", "LNCS"),
        ({"number": "7"}, "no. 7", "Nr. 7"),
        ({"maintitle": "Main", "mainsubtitle": "Sub", "volume": "1"}, "vol. 1", "Bd. 1"),
        ({"location": "Rome"}, "Rome", "Rome"),
        ({"publisher": "Keller \\& Sons", "venue": "Keller \\& Sons"}, "", ""),
    ],
)
def test_details_of_books(said: dict[str, str], en: str, de: str) -> None:
    said = {"venue": "V", **said} if "maintitle" not in said else said
    found = venues.of("book", said, words("en"))
    assert found.details == en
    assert venues.of("book", said, words("de")).details == de
    if "maintitle" in said:
        assert found.html == "<em>Main: Sub</em>"


def test_a_first_edition_in_french() -> None:
    said = {"venue": "V", "edition": "1"}
    assert venues.of("book", said, words("fr")).details == "1re éd."


@pytest.mark.parametrize(
    ("kind", "said", "shown"),
    [
        ("thesis", {"institution": "U", "address": "Rome"}, ("<em>U</em>", "U", "Rome")),
        ("thesis", {"institution": "U Rome", "address": "Rome"}, ("<em>U Rome</em>", "U Rome", "")),
        ("report", {"institution": "U", "location": "Rome", "number": "7", "publisher": "P"},
         ("<em>U</em>", "U", "7, Rome: P")),
        ("inbook", {"booktitle": "B", "booksubtitle": "C", "maintitle": "M", "volume": "1"},
         ("<em>B: C</em>", "B: C", "M, vol. 1")),
        ("article", {"journal": "J", "volume": "1", "issuetitle": "On Ice", "issuesubtitle": "A"},
         ("<em>J</em>", "J", "1, On Ice: A")),
        ("book", {"publisher": "A & B", "series": "<S>"},
         ("&lt;S&gt;, <em>A &amp; B</em>", "A & B", "")),
        ("incollection", {"booktitle": "Jane’s Handbook", "publisher": "Jane’s", "address": "Rome"},
         ("<em>Jane’s Handbook</em>", "Jane’s Handbook", "Rome: Jane’s")),
        ("inbook", {"booktitle": "Rome Today", "publisher": "P", "address": "Rome"},
         ("<em>Rome Today</em>", "Rome Today", "Rome: P")),
        ("inbook", {"booktitle": "Proc. of X, Rome, Italy", "publisher": "P",
                    "address": "Rome, Italy"},
         ("<em>Proc. of X, Rome, Italy</em>", "Proc. of X, Rome, Italy", "P")),
        ("inbook", {"booktitle": "B (Rome: P)", "publisher": "P", "address": "Rome"},
         ("<em>B (Rome: P)</em>", "B (Rome: P)", "")),
        ("inbook", {"booktitle": "B. – P Ltd., Rome", "publisher": "P Ltd.", "address": "Rome"},
         ("<em>B. – P Ltd., Rome</em>", "B. – P Ltd., Rome", "")),
        ("book", {"venue": "B, Rome 1999", "publisher": "B", "address": "Rome"},
         ("<em>B, Rome 1999</em>", "B, Rome 1999", "B")),
        ("incollection", {"booktitle": "B vol. 12", "volume": "12", "organization": "O",
                          "publisher": "O"},
         ("<em>B vol. 12</em>", "B vol. 12", "O")),
    ],
)  # fmt: skip
def test_places_and_titles(kind: str, said: dict[str, str], shown: tuple[str, str, str]) -> None:
    assert venues.of(kind, said, words("en")) == shown


@pytest.mark.parametrize(
    ("kind", "value", "en", "de"),
    [
        ("thesis", "phdthesis", "PhD thesis", "Dissertation"),
        ("thesis", "mathesis", "Master’s thesis", "Masterarbeit"),
        ("thesis", "candthesis", "Candidate thesis", "Kandidatendissertation"),
        ("report", "techreport", "Technical report", "Technischer Bericht"),
        ("report", "resreport", "Research report", "Forschungsbericht"),
        ("misc", "software", "Software", "Software"),
        ("misc", "datacd", "Data CD", "Daten-CD"),
        ("bachelorthesis", "", "Bachelor’s thesis", "Bachelorarbeit"),
        ("thesis", "Habilitation", "Habilitation", "Habilitation"),
    ],
)
def test_keys_of_biblatex_are_said_in_words(kind: str, value: str, en: str, de: str) -> None:
    said = {"institution": "U", **({"type": value} if value else {})}
    assert venues.of(kind, said, words("en")).html == f"{en}, <em>U</em>"
    assert venues.of(kind, said, words("de")).html == f"{de}, <em>U</em>"

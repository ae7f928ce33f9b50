"""Dates and numbers in the language of a page."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic import formats
from mkdocs_academic.dates import parse

ISO = ["2021-10", "2021-10-05", "2019-06 - 2022-04", "2021-10 - now", "2021 - now"]
WRITTEN_OUT = {
    "de": [
        "Okt. 2021",
        "5. Okt. 2021",
        "Juni 2019 – Apr. 2022",
        "Okt. 2021 – heute",
        "2021 – heute",
    ],
    "fr": [
        "oct. 2021",
        "5 oct. 2021",
        "juin 2019 – avr. 2022",
        "oct. 2021 – aujourd’hui",
        "2021 – aujourd’hui",
    ],
    "es": [
        "oct 2021",
        "5 oct 2021",
        "jun 2019 – abr 2022",
        "oct 2021 – actualidad",
        "2021 – actualidad",
    ],
    "ja": [
        "2021年10月",
        "2021年10月5日",
        "2019年6月 – 2022年4月",
        "2021年10月 – 現在",
        "2021年 – 現在",
    ],
    "zh": ["2021年10月", "2021年10月5日", "2019年6月 – 2022年4月", "2021年10月至今", "2021年至今"],
    "zh-TW": [
        "2021年10月",
        "2021年10月5日",
        "2019年6月 – 2022年4月",
        "2021年10月至今",
        "2021年至今",
    ],
    "ar": [
        "أكتوبر 2021",
        "5 أكتوبر 2021",
        "يونيو 2019 – أبريل 2022",
        "أكتوبر 2021 – حتى الآن",
        "2021 – حتى الآن",
    ],
    "pt-BR": [
        "out. de 2021",
        "5 de out. de 2021",
        "jun. de 2019 – abr. de 2022",
        "out. de 2021 – presente",
        "2021 – presente",
    ],
    "it": [
        "ott 2021",
        "5 ott 2021",
        "giu 2019 – apr 2022",
        "ott 2021 – oggi",
        "2021 – oggi",
    ],
    "ko": [
        "2021년 10월",
        "2021년 10월 5일",
        "2019년 6월 – 2022년 4월",
        "2021년 10월 – 현재",
        "2021년 – 현재",
    ],
    "ru": [
        "окт. 2021\u202fг.",
        "5 окт. 2021\u202fг.",
        "июнь 2019\u202fг. – апр. 2022\u202fг.",
        "окт. 2021\u202fг. – наст. время",
        "2021 – наст. время",
    ],
    "nl": [
        "okt 2021",
        "5 okt 2021",
        "jun 2019 – apr 2022",
        "okt 2021 – now",  # no word of ours: the one that is written
        "2021 – now",
    ],
}


@pytest.mark.parametrize("language", WRITTEN_OUT)
def test_iso_dates_are_written_out(language: str) -> None:
    shown = [formats.date(parse(one), language) for one in ISO]
    assert [one.replace("\xa0", " ") for one in shown] == WRITTEN_OUT[language]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", "1.\xa0Juni\xa02019 – Apr.\xa02022"),
        ("pt", "1\xa0de\xa0jun.\xa0de\xa02019 – abr.\xa0de\xa02022"),
        ("ko", "2019년\xa06월\xa01일 – 2022년\xa04월"),
        ("ru", "1\xa0июн.\xa02019\u202fг. – апр.\xa02022\u202fг."),
    ],
)
def test_a_line_breaks_at_the_dash_of_a_stretch_alone(language: str, shown: str) -> None:
    assert formats.date(parse("2019-06-01 - 2022-04"), language) == shown


@pytest.mark.parametrize("language", ["en", "en-GB", "xx", "not a tag", "../de", ""])
def test_english_and_unknown_languages_leave_them(language: str) -> None:
    assert [formats.date(parse(one), language) for one in ISO] == ISO


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2019 - 2024-09", "2019年 – 2024年9月"),
        ("2019 – 2024-09-30", "2019年 – 2024年9月30日"),
        ("2019-09 - 2024", "2019年9月 – 2024年"),
        ("2019-2024-09", "2019年 – 2024年9月"),
    ],
)
def test_both_ends_of_a_range_are_written_out(text: str, shown: str) -> None:
    assert formats.date(parse(text), "zh") == shown
    assert formats.date(parse(text), "en") == text


def test_an_open_range_keeps_its_own_word() -> None:
    assert formats.date(parse("2021-10 - Present"), "nl") == "okt\xa02021 – Present"
    assert formats.date(parse("2021-10 -"), "nl") == "okt\xa02021 –"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "→ Elsewhere"), ("zh-TW", "→ Elsewhere"), ("ar", "\u200f← Elsewhere")]
    + [(one, "\u200f← Elsewhere") for one in ("fa", "he-IL", "ku-IQ", "ur")],
)
def test_an_arrow_points_where_the_language_runs(language: str, shown: str) -> None:
    assert formats.onward("Elsewhere", language) == shown


# What people write themselves, and what is not understood to its end.
OWN = [
    *("2021", "2021.10", "2021/10", "2021.10 - 2022.04", "Oct 2021", "Spring 2024", "2021年10月"),
    *("2021-10 (online)", "2021-10-05/2021", "2021-13", "2021-10, 2021-12", "to appear", ""),
    *("until 2021-10", "2019 - 2021"),
]


@pytest.mark.parametrize("text", OWN)
def test_any_other_date_stands_as_it_is_written(text: str) -> None:
    assert formats.date(parse(text), "de") == text
    assert formats.date(parse(text), "de", "written") == text


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("2021.10", "en", "Oct 2021"),
        ("2021-10-05/2021-10-09", "en", "Oct 5, 2021 – Oct 9, 2021"),
        ("2021-10-05", "en", "Oct 5, 2021"),
        ("2021/10/05", "en-GB", "Oct 5, 2021"),
        ("2021.10 - now", "en", "Oct 2021 – now"),
        ("2021.10 - 至今", "zh", "2021年10月至今"),
        ("2021.10", "zh", "2021年10月"),
        ("2019 - 2021", "ja", "2019年 – 2021年"),
        ("2021.10 - atual", "pt-BR", "out. de 2021 – presente"),
        ("2021.10 - oggi", "it", "ott 2021 – oggi"),
        ("2021.10 - 현재", "ko", "2021년 10월 – 현재"),
        ("2021 — наст. время", "ru", "2021 – наст. время"),
        ("2021", "de", "2021"),
        ("Spring 2024", "de", "Spring 2024"),
        ("2021.13", "de", "2021.13"),
    ],
)
def test_with_words_every_date_in_numbers_is_written_out(
    text: str, language: str, shown: str
) -> None:
    assert formats.date(parse(text), language, "words").replace("\xa0", " ") == shown


def test_written_leaves_iso_dates_too() -> None:
    assert formats.date(parse("2021-10"), "de", "written") == "2021-10"


@given(
    st.integers(1900, 2100),
    st.integers(1, 12),
    st.integers(1900, 2100),
    st.integers(1, 12),
    st.sampled_from([*WRITTEN_OUT, "fa", "ru", "he", "ko"]),
)
def test_no_year_is_lost_or_made_up(
    year: int, month: int, last_year: int, last_month: int, language: str
) -> None:
    written = f"{year}-{month:02} - {last_year}-{last_month:02}"
    shown = formats.date(parse(written), language)
    found = sorted(int(one) for one in re.findall(r"\d{4}", shown))
    same = (year, month) == (last_year, last_month)
    assert found == sorted([year, last_year]) or (same and shown == written)


@pytest.mark.parametrize(
    ("language", "thousand", "many"),
    [
        ("en", "1,024", "260,000"),
        ("de", "1.024", "260.000"),
        ("fr", "1\u202f024", "260\u202f000"),
        ("es", "1024", "260.000"),
        ("ja", "1,024", "260,000"),
        ("pt", "1.024", "260.000"),
        ("pt-PT", "1024", "260\xa0000"),
        ("it", "1024", "260.000"),
        ("ko", "1,024", "260,000"),
        ("ru", "1\xa0024", "260\xa0000"),
        ("zh-Hant", "1,024", "260,000"),
        ("ar", "1,024", "260,000"),
        ("pl", "1024", "260\xa0000"),
        ("xx", "1,024", "260,000"),
    ],
)
def test_numbers(language: str, thousand: str, many: str) -> None:
    assert formats.number(1024, language) == thousand
    assert formats.number(260_000, language) == many
    assert formats.number(12, language) == "12"


def test_english_pages_do_without_babel() -> None:
    code = (
        "import sys; from mkdocs_academic import formats; from mkdocs_academic.dates import parse\n"
        "formats.number(12345, 'en'), formats.date(parse('2021.10'), 'en', 'words')\n"
        "formats.date(parse('2021-10'), 'en'), formats.number(12, 'de')\n"
        "assert not any(name.split('.')[0] == 'babel' for name in sys.modules)\n"
        "formats.number(12345, 'de'); assert 'babel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

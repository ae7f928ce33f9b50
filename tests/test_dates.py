from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_academic import dates
from mkdocs_academic.dates import FORTHCOMING, OPEN, UNKNOWN, Date, is_backwards, parse, readings

# text, start, end (None: the start), ISO 8601
POINTS = [
    ("2021", (2021, 0, 0), "2021"),
    ("2021a", (2021, 0, 0), "2021"),
    ("'21", (2021, 0, 0), "2021"),
    ("HPDC'24", (2024, 0, 0), "2024"),
    ("ICDE ’98", (1998, 0, 0), "1998"),
    ("Class of 2019", (2019, 0, 0), "2019"),
    ("2024年", (2024, 0, 0), "2024"),
    ("１９９９年", (1999, 0, 0), "1999"),
    ("2025 (to appear)", (2025, 0, 0), "2025"),
    ("2025/2022/2019", (2025, 0, 0), "2025"),
    ("2024/2021", (2024, 0, 0), "2024"),
    ("2019, 2021 and 2022", (2019, 0, 0), "2019"),
    ("2021.10", (2021, 10, 0), "2021-10"),
    ("  *2021.1*  ", (2021, 1, 0), "2021-01"),
    ("2021-10", (2021, 10, 0), "2021-10"),
    ("2011/12", (2011, 12, 0), "2011-12"),
    ("10/2021", (2021, 10, 0), "2021-10"),
    ("2021.13", (2021, 0, 0), "2021"),
    ("2021-10-05", (2021, 10, 5), "2021-10-05"),
    ("2021/10/05", (2021, 10, 5), "2021-10-05"),
    ("2021.10.05", (2021, 10, 5), "2021-10-05"),
    ("2021. 10. 5.", (2021, 10, 5), "2021-10-05"),
    ("20211005", (2021, 10, 5), "2021-10-05"),
    ("2021-10-05T12:00", (2021, 10, 5), "2021-10-05"),
    ("2021.10.35", (2021, 10, 0), "2021-10"),
    ("30 Feb 2021", (2021, 2, 0), "2021-02"),
    ("2024-02-29", (2024, 2, 29), "2024-02-29"),
    ("05/10/2021", (2021, 0, 0), "2021"),  # May or October: only the year is certain
    ("05/05/2021", (2021, 5, 5), "2021-05-05"),
    ("25/10/2021", (2021, 10, 25), "2021-10-25"),
    ("10/25/2021", (2021, 10, 25), "2021-10-25"),
    ("05.10.2021", (2021, 10, 5), "2021-10-05"),
    ("Oct 2021", (2021, 10, 0), "2021-10"),
    ("Oct. 2021", (2021, 10, 0), "2021-10"),
    ("Sept 2021", (2021, 9, 0), "2021-09"),
    ("MAY 2021", (2021, 5, 0), "2021-05"),
    ("Oct '21", (2021, 10, 0), "2021-10"),
    ("2021 Oct", (2021, 10, 0), "2021-10"),
    ("October 5, 2021", (2021, 10, 5), "2021-10-05"),
    ("Oct. 5th, 2021", (2021, 10, 5), "2021-10-05"),
    ("5 October 2021", (2021, 10, 5), "2021-10-05"),
    ("5th of October, 2021", (2021, 10, 5), "2021-10-05"),
    ("Tue, 5 Oct 2021", (2021, 10, 5), "2021-10-05"),
    ("2021-Oct-05", (2021, 10, 5), "2021-10-05"),
    ("mar. 5 oct. 2021", (2021, 10, 0), "2021-10"),  # Tuesday, not March
    ("05-Oct-2021", (2021, 10, 5), "2021-10-05"),
    ("März 2020", (2020, 3, 0), "2020-03"),
    ("5. Okt. 2021", (2021, 10, 5), "2021-10-05"),
    ("1er août 2019", (2019, 8, 1), "2019-08-01"),
    ("févr. 2020", (2020, 2, 0), "2020-02"),
    ("5 de octubre de 2021", (2021, 10, 5), "2021-10-05"),
    ("dic. 2020", (2020, 12, 0), "2020-12"),
    ("2021年10月", (2021, 10, 0), "2021-10"),
    ("2021年10月5日", (2021, 10, 5), "2021-10-05"),
    ("2021.05 (now at a company)", (2021, 5, 0), "2021-05"),
    ("May 18", (0, 5, 18), ""),
    ("10月5日", (0, 10, 5), ""),
    ("n.d.", UNKNOWN, ""),
    ("13月", UNKNOWN, ""),
    ("marching on", UNKNOWN, ""),
    ("", UNKNOWN, ""),
]

STRETCHES = [
    ("2019-2022", (2019, 0, 0), (2022, 0, 0), "2019"),
    ("2022 – 2019", (2019, 0, 0), (2022, 0, 0), "2019"),
    ("2019-22", (2019, 0, 0), (2022, 0, 0), "2019"),
    ("2023/24", (2023, 0, 0), (2024, 0, 0), "2023"),
    ("2018/2019", (2018, 0, 0), (2019, 0, 0), "2018"),
    ("from 2019 to 2022", (2019, 0, 0), (2022, 0, 0), "2019"),
    ("2015.09 - 2019.06", (2015, 9, 0), (2019, 6, 0), "2015-09"),
    ("2015.09-2019.06", (2015, 9, 0), (2019, 6, 0), "2015-09"),
    ("2015-09-2019-06", (2015, 9, 0), (2019, 6, 0), "2015-09"),
    ("02/2017–09/2022", (2017, 2, 0), (2022, 9, 0), "2017-02"),
    ("Sep. 2017 - Dec. 2022", (2017, 9, 0), (2022, 12, 0), "2017-09"),
    ("2017 Sep - 2022 Dec", (2017, 9, 0), (2022, 12, 0), "2017-09"),
    ("Sep - Dec 2022", (2022, 9, 0), (2022, 12, 0), "2022-09"),
    ("Dec - Feb 2022", (2021, 12, 0), (2022, 2, 0), "2021-12"),
    ("Dec 2021 - Feb", (2021, 12, 0), (2022, 2, 0), "2021-12"),
    ("29 Feb - 5 Mar 2021", (2021, 2, 0), (2021, 3, 5), "2021-02"),
    ("Oct 5 – Nov 2, 2021", (2021, 10, 5), (2021, 11, 2), "2021-10-05"),
    ("October 5-7, 2021", (2021, 10, 5), (2021, 10, 7), "2021-10-05"),
    ("5–7 October 2021", (2021, 10, 5), (2021, 10, 7), "2021-10-05"),
    ("2021.03-06", (2021, 3, 0), (2021, 6, 0), "2021-03"),
    ("2021.10.05-07", (2021, 10, 5), (2021, 10, 7), "2021-10-05"),
    ("2021.03.01-06.30", (2021, 3, 1), (2021, 6, 30), "2021-03-01"),
    ("2020年9月-2024年6月", (2020, 9, 0), (2024, 6, 0), "2020-09"),
    ("2020年9月至12月", (2020, 9, 0), (2020, 12, 0), "2020-09"),
    ("2022.09 - 2025.06 (expected)", (2022, 9, 0), (2025, 6, 0), "2022-09"),
    ("2018 - expected May 2026", (2018, 0, 0), (2026, 5, 0), "2018"),
    ("2019.06 (MSc) - 2022.04", (2019, 6, 0), (2022, 4, 0), "2019-06"),
    ("Spring 2024", (2024, 3, 0), (2024, 5, 0), "2024-03"),
    ("Summer term 2022", (2022, 6, 0), (2022, 8, 0), "2022-06"),
    ("Fall 2023", (2023, 9, 0), (2023, 11, 0), "2023-09"),
    ("Fall '23", (2023, 9, 0), (2023, 11, 0), "2023-09"),
    ("2021 Fall", (2021, 9, 0), (2021, 11, 0), "2021-09"),
    ("2021年秋季", (2021, 9, 0), (2021, 11, 0), "2021-09"),
    ("Winter 2024", (2024, 1, 0), (2024, 3, 0), "2024-01"),
    ("Winter 2023/24", (2023, 12, 0), (2024, 2, 0), "2023-12"),
    ("WS 2023/24", (2023, 10, 0), (2024, 3, 0), "2023-10"),
    ("WS23/24", (2023, 10, 0), (2024, 3, 0), "2023-10"),
    ("SS 2024", (2024, 4, 0), (2024, 9, 0), "2024-04"),
    ("2024 Q2", (2024, 4, 0), (2024, 6, 0), "2024-04"),
    ("Q4 2024", (2024, 10, 0), (2024, 12, 0), "2024-10"),
    ("Summer 2019 - Spring 2020", (2019, 6, 0), (2020, 5, 0), "2019-06"),
    ("2019.06 - 2022.04 (now)", (2019, 6, 0), OPEN, "2019-06"),
    ("2015.09 – present", (2015, 9, 0), OPEN, "2015-09"),
    ("02/2022–Present", (2022, 2, 0), OPEN, "2022-02"),
    ("2023.9-now", (2023, 9, 0), OPEN, "2023-09"),
    ("2021.10 - 至今", (2021, 10, 0), OPEN, "2021-10"),
    ("2020年至今", (2020, 0, 0), OPEN, "2020"),
    ("Oktober 2020 bis heute", (2020, 10, 0), OPEN, "2020-10"),
    ("2019-", (2019, 0, 0), OPEN, "2019"),
    ("2019 – ?", (2019, 0, 0), OPEN, "2019"),
    ("2020+", (2020, 0, 0), OPEN, "2020"),
    ("2020 onwards", (2020, 0, 0), OPEN, "2020"),
    ("since 2020", (2020, 0, 0), OPEN, "2020"),
    ("seit Mai 2020", (2020, 5, 0), OPEN, "2020-05"),
    ("now", UNKNOWN, OPEN, ""),
    ("– present", UNKNOWN, OPEN, ""),
    ("until 2019", UNKNOWN, (2019, 0, 0), ""),
    ("to appear", UNKNOWN, FORTHCOMING, ""),
    ("Forthcoming", UNKNOWN, FORTHCOMING, ""),
]


@pytest.mark.parametrize(("text", "start", "iso"), POINTS)
def test_a_point_in_time(text: str, start: tuple[int, int, int], iso: str) -> None:
    found = parse(text)
    assert found == Date(text.strip(), start, start)
    assert found.iso == iso
    assert not found.is_open


@pytest.mark.parametrize(("text", "start", "end", "iso"), STRETCHES)
def test_a_stretch_of_time(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int], iso: str
) -> None:
    found = parse(text)
    assert found == Date(text, start, end)
    assert found.iso == iso
    assert found.is_open == (end == OPEN)


@pytest.mark.parametrize(
    ("text", "year"),
    [("2021.10", 2021), ("until 2019", 2019), ("since 2020", 2020), ("now", None), ("May 18", None),
     ("to appear", None), ("", None)],
)  # fmt: skip
def test_the_year_for_groups(text: str, year: int | None) -> None:
    assert parse(text).year == year


def test_newest_first() -> None:
    newest_first = [
        *("2022 - now", "2019.06 - 2022.04 (now)", "to appear", "2023", "2015 - 2022.11"),
        *("2022.10.05", "2022.10", "2022.1", "2022", "Fall 2021", "2021.10", "2021"),
        *("until 2020", "May 18", "n.d."),
    ]
    read = [parse(text) for text in reversed(newest_first)]
    ordered = sorted(read, key=lambda one: one.sort_key, reverse=True)
    assert [one.text for one in ordered] == newest_first


@given(st.text() | st.text("0123456789.-/年月日 '()", max_size=30))
@example("29 Feb 2021 - 29 Feb")
@example("2021" + " " * 100_000)
@example("٢٠٢١.١٠")
def test_any_text_is_kept_and_no_text_fails(text: str) -> None:
    found = parse(text)
    assert found.text == text.strip()
    assert found.year is None or 1500 <= found.year <= 2199
    parts = [int(part) for part in found.iso.split("-") if part]
    if parts:
        date(*[*parts, 1, 1][:3])  # a day that the calendar has


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("2024.09 - 2020.08", True),
        ("Sep 2024 – Aug 2020", True),
        ("2024 to 2020", True),
        ("2020.08 - 2024.09", False),
        ("2020 - 2020", False),
        ("2024.09 - now", False),
        ("2025/26", False),
        ("2024/2021", False),
        ("2021", False),
        ("", False),
        ("Dec 20 - Jan 5, 2024", False),
    ],
)
def test_what_ends_before_it_begins(text: str, backwards: bool) -> None:
    assert is_backwards(parse(text)) is backwards


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("07/04/2026", ("2026-07-04", "2026-04-07")),
        ("7-4-2026", ("2026-07-04", "2026-04-07")),
        ("05/05/2026", ()),
        ("25/10/2026", ()),
        ("10/25/2026", ()),
        ("07.04.2026", ()),  # with dots the day comes first
        ("2026/07/04", ()),
        ("0/4/2026", ()),
    ],
)
def test_what_may_be_two_days(text: str, days: tuple[str, ...]) -> None:
    assert readings(parse(text)) == days
    assert not days or parse(text).iso == "2026"


def test_the_end_may_be_two_days() -> None:
    assert readings(parse("12/31/2025 - 01/02/2026")) == ("2026-01-02", "2026-02-01")


@pytest.mark.parametrize("form", ["{m} {d}, {y}", "{m} {d} {y}", "{m}\xa0{d} {y}", "{m} {y}"])
def test_the_short_way_reads_what_the_long_one_does(form: str) -> None:
    for month in ("May", "sept", "DEC", "Mai", "fall", "Room"):
        for day in (0, 1, 9, 29, 31, 32):
            text = form.format(m=month, d=day, y=2023)
            assert dates._usual(text) in (None, dates._any(text)), text
    assert dates._usual(form.format(m="May", d=9, y=2023))

"""The calendar of talks, read back by another program."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from mkdocs_academic.outputs import ics, plain
from mkdocs_academic.outputs.addresses import resolver
from mkdocs_academic.sections.talks import Item

from .papers import HOME

TODAY = date(2026, 9, 21)


def written(*talks: dict[str, Any], today: date = TODAY) -> str | None:
    return ics.calendar(
        [Item.model_validate(talk) for talk in talks],
        today=today,
        name="Talks; Jan, Berg",
        site_url=HOME,
        resolve=resolver(HOME),
    )


def events(*talks: dict[str, Any], today: date = TODAY) -> list[Any]:
    text = written(*talks, today=today)
    assert text
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    assert "\n" not in text.replace("\r\n", "")
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar["NAME"].replace("\\", "") == "Talks; Jan, Berg"  # unknown, so left escaped
    return list(calendar.walk("VEVENT"))


def test_a_talk() -> None:
    (event,) = events(
        {
            "date": "2026-10-05",
            "title": "Water, *fast*; and \\ slow " + "長い題名" * 12,
            "event": "[Everything 2026](https://e.example)",
            "location": "Room 1, Nowhere",
            "text": "All are welcome.",
            "url": "talks/water/",
            "links": {"Slides": "s.pdf", "Mail": "mailto:me@x.example"},
        }
    )
    assert event["SUMMARY"] == "Water, fast; and \\ slow " + "長い題名" * 12
    assert event["LOCATION"] == "Room 1, Nowhere"
    assert event["DESCRIPTION"] == f"Everything 2026\nAll are welcome.\nSlides: {HOME}s.pdf"
    assert event["URL"] == f"{HOME}talks/water/"
    assert event.decoded("DTSTART") == date(2026, 10, 5)
    assert event.decoded("DTEND") == date(2026, 10, 6)  # the day after (RFC 5545, 3.6.1)
    assert event.decoded("DTSTAMP").isoformat() == "2026-09-21T00:00:00+00:00"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["UID"].endswith("@x.example")


def test_several_days() -> None:
    (event,) = events({"date": "2026-12-30 - 2027-01-02", "title": "T"})
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=4)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2027-03-09 14:00", "20270309T140000", ""),
        ("2027-03-09T14:00", "20270309T140000", ""),
        ("2027-03-09 14:00-15:30", "20270309T140000", "20270309T153000"),
        ("9 March 2027, 2-3 pm", "20270309T140000", "20270309T150000"),
        ("March 9, 2027, 11 am – 1 pm", "20270309T110000", "20270309T130000"),
        ("March 9, 2027, 11-1 pm", "20270309T110000", "20270309T130000"),
        ("9. März 2027, 14 Uhr", "20270309T140000", ""),
        ("9. März 2027, 14.15 bis 15.45 Uhr", "20270309T141500", "20270309T154500"),
        ("9 mars 2027, 14h30", "20270309T143000", ""),
        ("2027年3月9日 下午2点", "20270309T140000", ""),
        ("2027-03-09 14:00 UTC", "20270309T140000Z", ""),
        ("2027-03-09 14:00 (UTC)", "20270309T140000Z", ""),
        ("2027-03-09 14:00 UTC+2", "20270309T140000", ""),
        ("2027-03-09 15:00 (14:00 GMT)", "20270309T150000", ""),  # not 15:00 in Greenwich
        ("2027-03-09 9:00 - 2027-03-10 17:00 UTC", "20270309T090000Z", "20270310T170000Z"),
        ("9 March 2027 - 14:00", "20270309T140000", ""),
        ("9 mars 2027 (1h30)", "20270309", "20270310"),  # how long
        ("2027-03-09T14:00Z/2027-03-09T15:00Z", "20270309T140000Z", "20270309T150000Z"),
        ("2027-03-09 09:00 - 2027-03-12 17:00", "20270309T090000", "20270312T170000"),
        ("2027-03-09 09:00 - 2027-03-12", "20270309T090000", "20270313T000000"),
        ("2027-03-09", "20270309", "20270310"),
        ("2027-03-09 (Room 3.14)", "20270309", "20270310"),
        ("2027-03-09/2027-03-12", "20270309", "20270313"),
        ("March 9-12, 2027", "20270309", "20270313"),
    ],
)
def test_times_are_kept(written: str, start: str, end: str) -> None:
    (event,) = events({"date": written, "title": "T"})
    assert event["DTSTART"].to_ical().decode() == start
    assert (event["DTEND"].to_ical().decode() if "DTEND" in event else "") == end


def test_which_talks() -> None:
    found = events(
        {"date": "2026-09-20", "title": "Yesterday"},
        {"date": "2026-09-19 - 2026-09-21", "title": "Until today"},
        {"date": "2026-09-21", "title": "Today"},
        {"date": "2026-10", "title": "Some day in October"},
        {"date": "2027", "title": "Next year"},
        {"date": "since 2026-09-01", "title": "Without end"},
        {"title": "Some time"},
        {"date": "9998-12-31", "event": "Far away"},
        {"date": "2026-10-05", "text": "In **my** own words"},
    )
    shown = [event["SUMMARY"] for event in found]
    assert shown == ["Until today", "Today", "In my own words"]


def test_nothing_to_come() -> None:
    assert written({"date": "2026-09-20", "title": "Yesterday"}) is None
    assert written() is None


def test_a_talk_that_is_moved_stays_the_same_event() -> None:
    talk = {"date": "2026-10-05", "title": "T", "event": "E"}
    (before,) = events(talk)
    (moved,) = events({**talk, "date": "2026-11-01"}, today=TODAY + timedelta(days=1))
    (other,) = events({**talk, "event": "F"})
    assert before["UID"] == moved["UID"] != other["UID"]


def test_uids_are_unique() -> None:
    talk = {"date": "2026-10-05", "title": "T"}
    found = events(talk, talk, {**talk, "date": "2026-10-06"})
    assert len({event["UID"] for event in found}) == 3


def test_the_same_day_gives_the_same_file() -> None:
    talk = {"date": "2026-10-05", "title": "T"}
    assert written(talk) == written(talk)


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_comes_back(title: str, location: str) -> None:
    (event,) = events({"date": "2026-10-05", "title": f"T {title}", "location": location})
    assert event["SUMMARY"] == plain.shortened(plain.from_markdown(f"T {title}"), 200)
    assert event.get("LOCATION", "") == plain.from_markdown(location)

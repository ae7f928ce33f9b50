"""How services are asked: politely, not for ever, and without telling keys to others."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from mkdocs_academic.citations.sources import SOURCES
from mkdocs_academic.online import http
from mkdocs_academic.online.service import Request

from .conftest import web_of
from .service import FAULTS, Reply, Service, ok, running

ASKED = Request("/works", {"filter": "doi:10.1/ä b"})
PATH = "/openalex/works"


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def timed(service: Service, clock: Clock, **limits: float) -> http.Web:
    return http.Web(
        services=SOURCES,
        agent="mkdocs-academic/1 (mailto:ada@example.org)",
        limits=http.Limits(**{"timeout": 0.3, **limits}),  # type: ignore[arg-type]
        environ={http.BASE_VARIABLE: service.url},
        sleep=clock.sleep,
        clock=clock,
    )


def test_who_asks(service: Service) -> None:
    service.on(PATH, ok({}))
    assert timed(service, Clock()).fetch("openalex", ASKED).data == {}
    assert service.seen[0].headers["User-Agent"] == "mkdocs-academic/1 (mailto:ada@example.org)"
    assert service.seen[0].query == {"filter": "doi:10.1/ä b"}


@pytest.mark.parametrize(
    ("source", "variable", "where"),
    [
        ("openalex", "OPENALEX_API_KEY", "api_key"),
        ("semanticscholar", "S2_API_KEY", "X-Api-Key"),
        ("opencitations", "OPENCITATIONS_TOKEN", "Authorization"),
        ("serpapi", "SERPAPI_KEY", "api_key"),
    ],
)
@pytest.mark.parametrize("status", [200, 401, 429, 500])
def test_keys(service: Service, source: str, variable: str, where: str, status: int) -> None:
    service.on(f"/{source}/works", Reply(b"{}", status))
    answer = web_of(service, **{variable: " secret\n"}).fetch(source, ASKED)
    seen = service.seen[0]
    assert {**seen.query, **seen.headers}[where] == "secret"
    assert "secret" not in str(answer)


def test_a_key_that_must_be_there(service: Service) -> None:
    assert web_of(service).fetch("serpapi", ASKED).failure == "needs a key: set SERPAPI_KEY"
    assert not service.seen


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (FAULTS["404"], "answers 404 Not Found: it does not know what was asked for"),
        (
            FAULTS["429"],
            "answers 429 Too Many Requests: too many requests; a key in OPENALEX_API_KEY helps",
        ),
        (FAULTS["500"], "answers 500 Internal Server Error"),
        (Reply(status=401), "answers 401 Unauthorized: a key may be needed (OPENALEX_API_KEY)"),
        (FAULTS["truncated"], "the answer breaks off after 13 bytes"),
        (FAULTS["hanging"], "did not answer within 0.4 s"),
        (FAULTS["html"], "the answer is not JSON (Expecting value: line 1 column 1 (char 0))"),
        (FAULTS["nothing"], "the answer is not JSON (it is empty)"),
    ],
)
def test_failures_are_one_sentence(service: Service, reply: Reply, said: str) -> None:
    service.on(PATH, reply)
    assert web_of(service).fetch("openalex", ASKED).failure == said


def test_nobody_there(service: Service) -> None:
    with running() as gone:
        web = web_of(gone)
    assert "refused" in web.fetch("openalex", ASKED).failure
    web = http.Web(agent="x", services=SOURCES, environ={http.BASE_VARIABLE: "http://[nowhere"})
    assert "cannot be asked" in web.fetch("openalex", ASKED).failure


def test_a_key_that_cannot_be_sent_is_not_told(service: Service) -> None:
    answer = web_of(service, S2_API_KEY="sec\nret").fetch("semanticscholar", ASKED)
    assert "cannot be asked" in answer.failure
    assert "sec" not in answer.failure


def test_retry_after_in_seconds(service: Service) -> None:
    service.on(PATH, Reply(status=429, headers={"Retry-After": "7"}), ok({}))
    clock = Clock()
    assert timed(service, clock).fetch("openalex", ASKED).data == {}
    assert clock.slept == [7.0]


def test_retry_after_as_a_date(service: Service) -> None:
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    service.on(PATH, Reply(status=503, headers={"Retry-After": when}), ok({}))
    clock = Clock()
    assert timed(service, clock).fetch("openalex", ASKED).data == {}
    assert 20 < clock.slept[0] <= 30


@pytest.mark.parametrize("odd", ["soon", "", "-5", "Wed, 99 Foo 2026 25:00:00 GMT"])
def test_retry_after_that_says_nothing(service: Service, odd: str) -> None:
    service.on(PATH, Reply(status=429, headers={"Retry-After": odd}), ok({}))
    clock = Clock()
    assert timed(service, clock).fetch("openalex", ASKED).data == {}
    assert clock.slept == [1.0]


def test_who_wants_too_much_patience_is_left_alone(service: Service) -> None:
    service.on(PATH, Reply(status=429, headers={"Retry-After": "86400"}), ok({}))
    clock = Clock()
    assert "try again in 86400 s" in timed(service, clock).fetch("openalex", ASKED).failure
    assert clock.slept == []
    assert len(service.seen) == 1


def test_attempts_grow_apart_and_end(service: Service) -> None:
    service.on(PATH, FAULTS["500"])
    clock = Clock()
    assert timed(service, clock).fetch("openalex", ASKED).failure
    assert clock.slept == [1.0, 2.0, 4.0]
    assert len(service.seen) == 4


def test_a_pause_between_requests(service: Service) -> None:
    service.on(PATH, ok({}))
    clock = Clock()
    web = timed(service, clock, pause=2.5)
    for _ in range(3):
        web.fetch("openalex", ASKED)
    web.fetch("crossref", ASKED)  # another service need not wait
    assert clock.slept == [2.5, 2.5]


def test_everything_together_ends(service: Service) -> None:
    service.on(PATH, FAULTS["500"])
    clock = Clock()
    web = timed(service, clock, total=10)
    for _ in range(20):
        answer = web.fetch("openalex", ASKED)
    assert clock.now <= 10
    assert answer.failure


def test_a_connection_that_hangs_ends(service: Service) -> None:
    service.on(PATH, FAULTS["hanging"])
    start = time.monotonic()
    assert web_of(service).fetch("openalex", ASKED).failure
    assert time.monotonic() - start < 8


def test_an_answer_that_trickles_ends(service: Service) -> None:
    """A byte now and then is a sign of life, and still no answer."""
    clock = Clock()
    web = timed(service, clock, attempts=1)

    class Slow:
        def read1(self, size: int) -> bytes:
            clock.now += 0.25
            return b" "

    with pytest.raises(TimeoutError):
        web._body(Slow())
    assert clock.now <= 2


def test_an_answer_without_end(service: Service) -> None:
    service.on(PATH, Reply(b"[" + b"1," * 5000 + b"1]"))
    web = timed(service, Clock(), size=1000, attempts=1)
    assert web.fetch("openalex", ASKED).failure == "the connection broke: it is too long"


def test_a_redirect_takes_no_key_to_another_host(service: Service) -> None:
    with running() as other:
        other.on("/x", ok({"here": 1}))
        service.on(
            "/semanticscholar/works", Reply(status=302, headers={"Location": f"{other.url}/x"})
        )
        web = web_of(service, S2_API_KEY="secret")
        assert web.fetch("semanticscholar", ASKED).data == {"here": 1}
        assert "X-Api-Key" in service.seen[0].headers
        assert "secret" not in str(other.seen[0])


@pytest.mark.parametrize("target", ["file:///etc/hosts", "ftp://127.0.0.1/x"])
def test_a_redirect_leads_to_the_web_only(service: Service, target: str) -> None:
    service.on(PATH, Reply(status=302, headers={"Location": target}))
    assert web_of(service).fetch("openalex", ASKED).failure


def test_a_key_that_is_repeated_in_the_answer(service: Service) -> None:
    service.on("/serpapi/works", ok({"error": "the key secret-secret is not known"}))
    answer = web_of(service, SERPAPI_KEY="secret-secret").fetch("serpapi", ASKED)
    assert answer.data == {"error": "the key ... is not known"}

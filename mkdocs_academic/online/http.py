"""The network: one place, loaded by commands that go online and never by a build."""

from __future__ import annotations

import http.client
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import IO, Any, NamedTuple
from urllib import error, request
from urllib.parse import quote, urlencode, urlsplit

from . import answers
from .answers import Answer
from .service import Request, Service

# An address that stands for all services: for a mirror, and for tests.
BASE_VARIABLE = "MKDOCS_ACADEMIC_ONLINE_URL"
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_SECRET = frozenset({"authorization", "x-api-key", "zotero-api-key"})


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How long we wait, how often we ask. Times in seconds."""

    timeout: float = 20  # without a sign of life
    pause: float | None = None  # between two requests; None is what the service wants
    attempts: int = 4
    backoff: float = 1  # doubles with every attempt
    longest_wait: float = 60  # a service that wants more is left alone
    total: float = 900  # for everything together
    size: int = 64 * 2**20  # bytes of one answer


class _Tried(NamedTuple):
    """One attempt: its answer, and whether another may do better."""

    answer: Answer
    is_passing: bool = False
    retry_after: float | None = None


class _Redirects(request.HTTPRedirectHandler):
    """Follows where a service leads, but takes no key to another host and never leaves HTTPS."""

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.scheme not in ("http", "https") or (old.scheme == "https" != new.scheme):
            raise error.URLError(f"it redirects to {new.scheme}:")
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following and old.netloc != new.netloc:
            for name in [one for one in following.headers if one.lower() in _SECRET]:
                following.remove_header(name)
        return following


@dataclass
class Web:
    """Asks services; remembers when each may be asked again. The only state is time."""

    agent: str
    services: Mapping[str, Service]  # by name
    limits: Limits = field(default_factory=Limits)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._end = self.clock() + self.limits.total
        self._next: dict[str, float] = {}  # by service
        self._opener = request.OpenerDirector()
        for handler in (
            *(request.ProxyHandler(), request.HTTPHandler(), request.HTTPSHandler(), _Redirects()),
            *(request.HTTPErrorProcessor(), request.HTTPDefaultErrorHandler()),
        ):
            self._opener.add_handler(handler)

    def fetch(self, name: str, asked: Request) -> Answer:
        """Make one request of a service, again where that may help; failures are answers."""
        service = self.services[name]
        if service.needs_key and not self._key(service):
            return Answer(failure=f"needs a key: set {service.key_variable}", status=0)
        tried = _Tried(Answer(failure="there was no time left to ask", status=0))
        for attempt in range(self.limits.attempts):
            if attempt and not self._waits(tried, attempt):
                break
            if not self._is_polite(name, service):
                break
            tried = self._tried(name, service, asked)
            if not tried.is_passing:
                break
        return tried.answer

    def _key(self, service: Service) -> str:
        return self.environ.get(service.key_variable, "").strip() if service.key_variable else ""

    def _without_key(self, service: Service, body: bytes) -> bytes:
        """Blot out the key: some services repeat what they were asked."""
        key = self._key(service).encode()
        return body.replace(key, b"...") if len(key) >= 8 else body

    def _prepared(self, name: str, service: Service, asked: Request) -> request.Request:
        other = self.environ.get(BASE_VARIABLE, "").rstrip("/")
        base = f"{other}/{name}" if other else asked.base or service.base
        params = dict(asked.params)
        headers = {"User-Agent": self.agent, "Accept": asked.accept}
        if key := self._key(service):
            if service.key_param:
                params[service.key_param] = key
            else:
                headers[service.key_header] = key
        query = f"?{urlencode(params)}" if params else ""
        return request.Request(f"{base}{quote(asked.path, safe='/:@')}{query}", headers=headers)

    def _is_polite(self, name: str, service: Service) -> bool:
        """Wait for the service's turn; False where the time is over before."""
        pause = service.pause if self.limits.pause is None else self.limits.pause
        now = self.clock()
        start = max(now, self._next.get(name, now))
        if start >= self._end:
            return False
        if start > now:
            self.sleep(start - now)
        self._next[name] = start + pause
        return True

    def _waits(self, tried: _Tried, attempt: int) -> bool:
        """Wait before another attempt; False where that would take too long."""
        wait = tried.retry_after
        if wait is None:
            wait = self.limits.backoff * 2 ** (attempt - 1)
        if wait > self.limits.longest_wait or self.clock() + wait >= self._end:
            return False
        self.sleep(wait)
        return True

    def _tried(self, name: str, service: Service, asked: Request) -> _Tried:
        try:
            prepared = self._prepared(name, service, asked)
            with self._opener.open(prepared, timeout=self.limits.timeout) as response:
                return _Tried(
                    answers.parsed(self._without_key(service, self._body(response)), asked.accept)
                )
        except error.HTTPError as refused:
            with refused:
                return self._refused(service, refused)
        except (OSError, http.client.HTTPException) as broken:
            said = _reason(broken, self.limits.timeout)
            return _Tried(Answer(failure=said, status=0), is_passing=True)
        except ValueError:  # its text would show the key
            said = "cannot be asked: the address or the key has characters that may not stand there"
            return _Tried(Answer(failure=said, status=0))

    def _body(self, response: Any) -> bytes:
        """Read everything, but not for ever; an answer that breaks off is no answer."""
        end = min(self._end, self.clock() + 5 * self.limits.timeout)
        body = bytearray()
        while chunk := response.read1(65536):
            body += chunk
            if self.clock() > end:
                raise TimeoutError
            if len(body) > self.limits.size:
                raise http.client.HTTPException("it is too long")
        promised = response.headers.get("Content-Length", "")
        if promised.isdecimal() and len(body) < int(promised):
            raise http.client.IncompleteRead(bytes(body), int(promised) - len(body))
        return bytes(body)

    def _refused(self, service: Service, refused: error.HTTPError) -> _Tried:
        wait = _retry_after(refused.headers)
        said = f"answers {refused.code} {refused.reason}".rstrip()
        if refused.code in (401, 403) and service.key_variable:
            state = "is not accepted" if self._key(service) else "may be needed"
            said += f": a key {state} ({service.key_variable})"
        elif refused.code == 404:
            said += ": it does not know what was asked for"
        elif refused.code == 429:
            said += f": too many requests{_later(wait)}"
            if service.key_variable and not self._key(service):
                said += f"; a key in {service.key_variable} helps"
        answer = Answer(failure=said, status=refused.code)
        return _Tried(answer, refused.code in _AGAIN, wait)


def _later(wait: float | None) -> str:
    return f", try again in {wait:.0f} s" if wait else ""


def _retry_after(headers: Message) -> float | None:
    """Read `Retry-After`: seconds or a date (RFC 9110, section 10.2.3)."""
    given = str(headers.get("Retry-After", "")).strip()
    if re.fullmatch(r"\d{1,9}(\.\d+)?", given):
        return float(given)
    try:
        when = parsedate_to_datetime(given)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _reason(broken: Exception, timeout: float) -> str:
    inner = broken.reason if isinstance(broken, error.URLError) else broken
    if isinstance(inner, TimeoutError):
        return f"did not answer within {timeout:g} s"
    if isinstance(inner, http.client.IncompleteRead):
        return f"the answer breaks off after {len(inner.partial)} bytes"
    if isinstance(inner, http.client.HTTPException | ConnectionError):
        return f"the connection broke: {inner or type(inner).__name__}"
    return f"cannot be reached: {inner}"

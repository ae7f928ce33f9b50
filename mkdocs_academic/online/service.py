"""A service that can be asked, and what it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

JSON = "application/json"


class Request(NamedTuple):
    """One request to make, relative to the service's address."""

    path: str
    params: Mapping[str, str] = {}
    base: str = ""  # another address than the service's own
    file: str = ""  # a local file instead
    accept: str = JSON  # the media type of the answer; what is not JSON is text


@dataclass(frozen=True, kw_only=True)
class Service:
    """How a service is reached."""

    label: str  # as readers know it
    base: str  # address without a slash at the end
    key_variable: str = ""  # environment variable of the key
    key_header: str = ""
    key_param: str = ""
    needs_key: bool = False
    pause: float = 0.2  # seconds between two requests

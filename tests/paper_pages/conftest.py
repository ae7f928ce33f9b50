"""The sites that are looked at: examples, and all kinds of papers."""

from __future__ import annotations

import pytest

from .sites import (
    SITES,
    Built,
    made,
    whole,
)


@pytest.fixture(params=SITES)
def seen(request: pytest.FixtureRequest) -> Built:
    return whole(request.param)


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(tmp_path_factory.mktemp("trial"))


@pytest.fixture(scope="session")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(tmp_path_factory.mktemp("flat"), "use_directory_urls: false\n")

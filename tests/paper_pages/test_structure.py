"""Links, headings and HTML of every page."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from urllib.parse import urljoin

import pytest
from lxml import etree

from ..conftest import ROOT
from .sites import (
    SITES,
    Built,
    whole,
)


def test_every_internal_link_leads_somewhere(seen: Built) -> None:
    assert_links(seen)


def test_every_link_of_all_kinds_of_papers(trial: Built, flat: Built) -> None:
    assert_links(trial)
    assert_links(flat)


def assert_links(seen: Built) -> None:
    found = set()
    for address, page in seen.pages.items():
        where = f"{seen.site.url}{address}"
        for link in page.xpath("//@href | //@src | //@poster"):
            target = urljoin(where, link)
            if target.startswith(seen.site.url) and (wrong := seen.reaches(target)):
                found.add(f"{address}: {wrong}")
    assert sorted(found) == []


INTERACTIVE = {"a", "button", "details", "input", "label", "select", "textarea", "summary"}


@pytest.mark.parametrize("name", [*SITES, "trial"])
def test_structure_of_every_page(name: str, request: pytest.FixtureRequest) -> None:
    """What needs no tool to see; the whole of HTML is up to the Nu checker below."""
    seen = request.getfixturevalue("trial") if name == "trial" else whole(name)
    for address, page in seen.pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, Counter(ids).most_common(1))
        assert not [one for one in ids if re.search(r"\s", one) or not one], address
        assert not page.xpath("//a[@href='']"), address
        assert not page.xpath("//img[not(@alt)] | //img[@src='']"), address
        # Python-Markdown aligns the cells of tables so.
        styled = page.xpath("//article//*[@style and not(self::td) and not(self::th)]")
        assert not styled, address
        assert not page.xpath("//@onload | //@onclick"), address
        for tag in ("a", "button"):
            nested = [
                one for one in page.xpath(f"//{tag}//*") if one.tag in INTERACTIVE - {"label"}
            ]
            assert not nested, (address, [etree.tostring(one)[:80] for one in nested])
        assert not page.xpath("//summary//a | //summary//button"), address
        assert not page.xpath("//p//div | //p//ul | //ul/*[not(self::li)]"), address
        assert address not in seen.papers or len(page.xpath("//h1")) == 1, address


def vnu() -> list[str]:
    """Return the command of the Nu checker, [] where it is not installed."""
    if command := shutil.which("vnu"):
        return [command]
    local = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    jar = os.environ.get("VNU_JAR") or (str(local) if local.is_file() else "")
    return ["java", "-jar", jar] if jar and shutil.which("java") else []


# What Material's own templates have.
MATERIALS = (
    "Attribute “autocomplete” is only allowed when the input type is",
    "The value of the “for” attribute of the “label” element must be the ID",  # navigation.indexes
)


@pytest.mark.skipif(not vnu(), reason="no Nu checker: npm install vnu-jar, or VNU_JAR=…/vnu.jar")
@pytest.mark.parametrize("name", [*SITES, "trial", "flat"])
def test_valid_html(name: str, request: pytest.FixtureRequest) -> None:
    seen = whole(name) if name in SITES else request.getfixturevalue(name)
    options = ["--format", "json", "--skip-non-html", "--errors-only", "--exit-zero-always"]
    result = subprocess.run(
        [*vnu(), *options, str(seen.folder)], capture_output=True, text=True, timeout=300
    )
    told = json.loads(result.stderr)["messages"]
    ours = [one for one in told if not one["message"].startswith(MATERIALS)]
    assert [(one["url"], one["message"], one.get("extract")) for one in ours] == []
    assert len(told) >= len(seen.papers), "it has looked at the pages"

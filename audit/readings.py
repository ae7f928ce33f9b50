"""What a browser shows of a page, as numbers: contrast, lines, weight, shift, violations."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

# The scripts run in the page; each is an expression that gives a plain value.

_CONTRAST = r"""() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const known = new Map()
  const rgba = color => {
    if (!known.has(color)) {
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data
      known.set(color, [r, g, b, a / 255])
    }
    return known.get(color)
  }
  const over = ([r, g, b, a], under) => [r, g, b].map((one, i) => one * a + under[i] * (1 - a))
  const luminance = color => color.map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0)
  const behind = element => {
    const layers = []
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor)
      layers.push(color)
      if (color[3] === 1) break
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255])
  }
  const worst = { ratio: 21, text: "" }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement
    if (!text || element.closest("svg, script, style, template, noscript")) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNode(walker.currentNode)
    const { width, height } = range.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (width < 2 || height < 2 || style.clipPath !== "none") continue
    if (element.closest(".acad-badge__value--black, .acad-badge__value--white")) continue // drawn
    const ground = behind(element)
    const both = [luminance(over(rgba(style.color), ground)), luminance(ground)].sort((a, b) => b - a)
    const ratio = (both[0] + 0.05) / (both[1] + 0.05)
    if (ratio < worst.ratio) Object.assign(worst, { ratio, text: `${element.className} ${text}`.slice(0, 80) })
  }
  return worst
}"""

# Lines as they are broken, with the place of each; words may be cut after a hyphen.
_LINES = r"""selector => {
  const lines = []
  for (const block of document.querySelectorAll(selector)) {
    if (!block.checkVisibility({ visibilityProperty: true })) continue
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let line = null
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest("svg, annotation, button, .acad-visually-hidden")) continue
      for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^\s-]*(-+|\S)\s*/g)) {
        const range = document.createRange()
        range.setStart(walker.currentNode, index)
        range.setEnd(walker.currentNode, index + word.trimEnd().length)
        const box = range.getClientRects()[0]
        if (!box || box.width < 1) continue
        if (!line || box.top > line.bottom - 4) lines.push(line = { text: "", top: box.top, bottom: box.bottom })
        line.text += word.replace(/\s+/g, " ")
        line.bottom = Math.max(line.bottom, box.bottom)
      }
    }
  }
  return lines.map(({ text, top, bottom }) => [text.trim(), top, bottom])
}"""

PROSE = (
    ".md-content article > p, .md-content article > ul > li, .md-content article > ol > li,"
    " .acad-text p, .acad-panel p"
)
_WATCH_SHIFTS = """
window.shifts = []
new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))
  .observe({ type: "layout-shift", buffered: true })
"""


class Contrast(NamedTuple):
    """The text that is hardest to read."""

    ratio: float
    text: str


def contrast(page: Page) -> Contrast:
    """Return the least contrast of text, over every text node that is shown."""
    found = page.evaluate(_CONTRAST)
    return Contrast(float(found["ratio"]), str(found["text"]))


def longest_line(page: Page) -> tuple[int, str]:
    """Return the longest line of running text: its characters, and itself."""
    lines = [text for text, _, _ in page.evaluate(_LINES, PROSE)]
    longest = max(lines, key=len, default="")
    return len(longest), longest


def lines_at_once(page: Page, height: int) -> int:
    """Return how many lines of running text stand in the first screen."""
    lines = page.evaluate(_LINES, PROSE)
    return sum(bottom <= height for _, _, bottom in lines)


def shift(page: Page, url: str) -> float:
    """Open a page over a slow line; return how far its parts jump (Cumulative Layout Shift)."""
    page.add_init_script(_WATCH_SHIFTS)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    line.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    return float(sum(page.evaluate("shifts")))


class Weight(NamedTuple):
    """What a first visit transfers, in bytes, headers included."""

    whole: int
    rest: int  # without fonts and images
    strangers: tuple[str, ...]  # addresses at other hosts


def weight(page: Page, url: str) -> Weight:
    """Open a page for the first time and weigh what comes."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    asked: list[str] = []
    line.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    line.on("Network.responseReceived", lambda event: _note(kinds, event))
    line.on("Network.loadingFinished", lambda event: _add(sizes, event))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    whole = sum(sizes.values())
    light = sum(size for key, size in sizes.items() if kinds.get(key) not in ("Font", "Image"))
    home = "/".join(url.split("/")[:3])
    strangers = tuple(one for one in asked if not one.startswith((home, "data:", "blob:")))
    return Weight(round(whole), round(light), strangers)


def _note(kinds: dict[str, str], event: dict[str, Any]) -> None:
    kinds[event["requestId"]] = event["type"]


def _add(sizes: dict[str, float], event: dict[str, Any]) -> None:
    sizes[event["requestId"]] = event["encodedDataLength"]


def sheets(page: Page) -> int:
    """Return how many sheets of A4 a page takes on paper."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


_INLINE = re.compile(r"<script(?![^>]*\ssrc=)([^>]*)>(.*?)</script>", re.DOTALL)


def policy(built: Path) -> str:
    """Return a Content-Security-Policy without `unsafe-inline`.

    The scripts that Material itself writes into a page are let through by their hashes.
    """
    hashes: set[str] = set()
    for file in built.rglob("*.html"):
        for attributes, script in _INLINE.findall(file.read_text("utf-8")):
            if "json" not in attributes:
                digest = hashlib.sha256(script.encode()).digest()
                hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    scripts = " ".join(["'self'", *sorted(hashes)])
    return f"default-src 'self'; img-src 'self' data:; style-src 'self'; script-src {scripts}"


_WATCH_POLICY = """
window.violations = []
document.addEventListener("securitypolicyviolation", event =>
  violations.push([event.effectiveDirective, event.sourceFile || event.blockedURI, event.sample]))
"""


def violations(page: Page, url: str) -> list[list[str]]:
    """Open a page that comes with a policy; return what it was refused, and for which file."""
    page.add_init_script(_WATCH_POLICY)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.mouse.move(300, 300)
    page.wait_for_timeout(500)
    found: list[list[str]] = page.evaluate("violations")
    return found

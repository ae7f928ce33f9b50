"""Visual regression: the components, section by section, beside small reference pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page

from .sites import ROOT

REFERENCE = ROOT / "tests" / "browser" / "reference"
_SCALE = 3  # references are this much smaller
_COLORS = 24
_TILE = 12  # pixels of the small picture
_FAINT = 14  # how much a tile may differ on average, of 255: antialiasing, other versions of fonts
_FEW = 0.01  # the share of tiles that may differ more

_SECTIONS = """() => {
  const heads = [...document.querySelectorAll("article > h2[id]")]
  const ends = [...heads.slice(1), document.querySelector("footer")]
  return heads.map((head, place) => {
    const top = head.getBoundingClientRect().top + scrollY
    return [head.id, top, ends[place].getBoundingClientRect().top + scrollY - top]
  })
}"""


def sections(page: Page) -> Iterator[tuple[str, Image.Image]]:
    """Yield id and small picture of each section of the page of components."""
    page.evaluate("document.querySelectorAll('article details').forEach(one => one.open = true)")
    page.wait_for_timeout(300)
    found = page.evaluate(_SECTIONS)
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    for name, top, height in found:
        yield name, small(whole.crop((0, round(top), whole.width, round(top + height))))


def small(picture: Image.Image) -> Image.Image:
    """Return the picture as references are kept."""
    size = (picture.width // _SCALE, max(1, picture.height // _SCALE))
    return picture.resize(size, Image.Resampling.BOX)


def keep(picture: Image.Image, file: Path) -> None:
    """Write a reference, in few colours."""
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(_COLORS, dither=Image.Dither.NONE).save(file, optimize=True)


def differs(picture: Image.Image, file: Path) -> str:
    """Return what is different from a reference, "" where nothing is that one would see."""
    if not file.exists():
        return "has no reference"
    before = Image.open(file).convert("RGB")
    after = picture.quantize(_COLORS, dither=Image.Dither.NONE).convert("RGB")
    if abs(before.height - after.height) > _TILE // 2 or before.width != after.width:
        return f"was {before.width} × {before.height}, is {after.width} × {after.height}"
    size = (before.width, min(before.height, after.height))
    changed = ImageChops.difference(before.crop((0, 0, *size)), after.crop((0, 0, *size)))
    tiles = [
        max(ImageStat.Stat(changed.crop((x, y, x + _TILE, y + _TILE))).mean)
        for x in range(0, size[0], _TILE)
        for y in range(0, size[1], _TILE)
    ]
    share = sum(tile > _FAINT for tile in tiles) / len(tiles)
    return f"{share:.1%} of it looks different" if share > _FEW else ""

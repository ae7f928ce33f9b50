"""Short names in Markdown mean what they mean in Material."""

from __future__ import annotations

import random

from markdown import Markdown
from material.extensions import emoji as theirs

from mkdocs_academic import emoji as ours


def rendered(index: object, generator: object, text: str) -> str:
    options = {"emoji_index": index, "emoji_generator": generator}
    md = Markdown(extensions=["pymdownx.emoji"], extension_configs={"pymdownx.emoji": options})
    return md.convert(text)


def test_every_icon_is_found_where_material_finds_it() -> None:
    known = theirs.twemoji({}, None)
    icons = sorted(name for name, one in known["emoji"].items() if "path" in one)
    found = ours.index({}, None)["emoji"]
    assert len(icons) > 10_000
    for name in random.Random(1).sample(icons, 1500):
        assert found[name]["path"] == known["emoji"][name]["path"], name
    assert found.get(":material-no-such-icon:") is None
    assert found.get(":../../secret:") is None


def test_icons_are_drawn_and_emoji_are_characters() -> None:
    html = rendered(ours.index, ours.drawn, ":tada: :material-school: :+1: :nothing-here:")
    assert '<span class="acad-emoji" title=":tada:">🎉</span>' in html
    assert "👍" in html
    assert "<svg" in html
    assert ":nothing-here:" in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")


def test_icons_of_ones_own_come_first(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "material").mkdir()
    (tmp_path / "material" / "school.svg").write_text("<svg/>", "utf-8")
    found = ours.index({"custom_icons": [str(tmp_path)]}, None)["emoji"]
    assert found[":material-school:"]["path"] == str(tmp_path / "material" / "school.svg")

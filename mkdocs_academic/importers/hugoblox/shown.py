"""What each shortcode of HugoBlox shows here: pictures, links, boxes, tables, citations."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from .. import calls
from ..commonmark import kind_of_box
from ..liquid_tags import file_shown
from .shortcodes import Shortcode


class Around(NamedTuple):
    """What a shortcode may ask of the site, for the page that it stands on."""

    paper: Callable[[str], str]  # the citation key of the paper at an address, "" for none
    title: Callable[[str], str]  # the title of the page at an address
    person: Callable[[str], str]  # a name, linked
    pictures: Callable[[str], list[str]]  # of an album
    read: Callable[[str], str]  # a file beside the page
    param: Callable[[str], str]
    tell: Callable[[str], None]


_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "youtube-lite": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "bilibili": "https://www.bilibili.com/video/",
}
_SILENT = frozenset("toc icon search fragment br audio_player table_of_contents comment".split())
_PASSING = frozenset(
    "math hl_lines steps step cards tabs grid columns column center div span section wrapper "
    "fullwidth block slide".split()
)


def shown(code: Shortcode, around: Around) -> str:
    """Return the Markdown that a shortcode stands for."""
    name = code.name.lower().removesuffix(".html").rpartition("/")[2]
    if name in _VIDEOS:
        ident = code.word("id", "videoid")
        address = ident if ident.startswith("http") else f"{_VIDEOS[name]}{ident}"
        return f"\n\n[{code.given.get('title') or 'Video'}]({address})\n\n" if ident else ""
    if name in _SILENT:
        return ""
    if name in _PASSING:
        return code.inner or ""
    show = _TABLE.get(name)
    return show(code, around) if show else _unknown(code, around)


def _unknown(code: Shortcode, around: Around) -> str:
    values = [*code.given.values(), *code.words]
    address = next((one for one in values if re.match(r"https?://\S+$", one)), "")
    what = "what it encloses stayed" if code.inner else "a link stayed" if address else "left out"
    around.tell(f"the shortcode `{code.name}` has no counterpart: {what}")
    return code.inner or (f"[{address}]({address})" if address else "")


def _figure(code: Shortcode, __: Around) -> str:
    path = code.word("src").replace(" ", "%20")
    given = {
        "caption": code.given.get("caption") or code.given.get("title") or "",
        "alt": code.given.get("alt") or _words(code.given.get("caption") or ""),
    }
    picture = file_shown("figure", path, given)
    link = code.given.get("link", "")
    if link and path:
        image, _, rest = picture.partition("\n\n")
        picture = f"[{image}]({link})" + (f"\n\n{rest}" if rest else "")
    return f"\n\n{picture.strip()}\n\n" if path else ""


def _words(markdown: str) -> str:
    """Return a caption as the words that stand for a picture."""
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)|[*_`]|<[^<>]*>", r"\1", markdown)
    return " ".join(text.replace("[", "(").replace("]", ")").split())


def _media(code: Shortcode, _: Around) -> str:
    path = code.word("src", "url", "file").replace(" ", "%20")
    name = "Audio" if code.name == "audio" else "Video"
    return f"\n\n[{code.given.get('title') or name}]({path})\n\n" if path else ""


def _cite(code: Shortcode, around: Around) -> str:
    page = code.word("page")
    if key := around.paper(page):
        return f"\n\n{calls.macro('publications', keys=[key], group_by='none')}\n\n"
    title = around.title(page)
    return f"\n\n[{title or page}]({page})\n\n" if page else ""


def _box(code: Shortcode, _: Around) -> str:
    kind = code.word("type", "kind")
    return calls.box(kind_of_box(kind), code.given.get("title", ""), code.inner or "")


def _folded(code: Shortcode, _: Around) -> str:
    title = code.word("text", "title", "summary")
    return calls.box("note", title, code.inner or "", folded=True)


def _file(code: Shortcode, _: Around) -> str:
    path = "/" + code.word("path", "file").lstrip("/")
    return f"[{(code.inner or '').strip() or path.rpartition('/')[2]}]({path})"


def _reference(code: Shortcode, _: Around) -> str:
    """Return an address alone: it stands where a link leads."""
    path = code.word("path")
    return re.sub(r"(?:/_?index)?\.md(?=#|$)", "", path)


def _mention(code: Shortcode, around: Around) -> str:
    return around.person(code.word("user", "name"))


def _post(code: Shortcode, _: Around) -> str:
    user, ident = code.word("user"), code.word("id", at=1) or code.word("id")
    address = f"https://x.com/{user or 'i'}/status/{ident}" if ident else ""
    return f"\n\n[{address}]({address})\n\n" if address else ""


def _gist(code: Shortcode, _: Around) -> str:
    path = "/".join(code.words[:2])
    return f"\n\n[gist.github.com/{path}](https://gist.github.com/{path})\n\n" if path else ""


def _instagram(code: Shortcode, _: Around) -> str:
    address = f"https://www.instagram.com/p/{code.word('id')}/"
    return f"\n\n[{address}]({address})\n\n"


def _gallery(code: Shortcode, around: Around) -> str:
    pictures = around.pictures(code.word("album"))
    if not pictures:
        around.tell("a gallery has no pictures")
    return "\n\n" + "\n\n".join(map(picture, pictures)) + "\n\n"


def picture(path: str) -> str:
    """Return a picture that nobody has described: its name does."""
    words = re.sub(r"[-_]+", " ", path.rpartition("/")[2].rpartition(".")[0])
    return f"![{words}]({path.replace(' ', '%20')})"


def _spoken(_: Shortcode, around: Around) -> str:
    around.tell("notes for the speaker were left out")
    return ""


def _code(code: Shortcode, _: Around) -> str:
    text = (code.inner or "").strip("\n")
    language = re.match(r"[\w+#-]*", code.word("lang", "language"))
    fence = "~~~" if "```" in text else "```"
    return f"\n\n{fence}{language[0] if language else ''}\n{text}\n{fence}\n\n"


def _diagram(code: Shortcode, around: Around) -> str:
    around.tell(f"the diagram of `{code.name}` is shown as its text: see Material’s “Diagrams”")
    return f"\n\n```mermaid\n{(code.inner or '').strip()}\n```\n\n"


def _table(code: Shortcode, around: Around) -> str:
    path = code.word("path")
    rows = [row for row in csv.reader(io.StringIO(around.read(path))) if row][:1000]
    if not rows:
        around.tell(f"the table `{path}` is not there")
        return ""
    if code.given.get("header") == "false":
        rows.insert(0, [""] * len(rows[0]))
    width = max(map(len, rows))
    lines = [
        "| " + " | ".join(one.replace("|",
        "&#124;").strip() for one in row + [""] * (width - len(row)))
        + " |"
        for row in rows
    ]  # fmt: skip
    lines.insert(1, "|" + "---|" * width)
    caption = code.given.get("caption", "")
    return "\n\n" + "\n".join(lines) + "\n\n" + (f"{caption}\n\n" if caption else "")


def _button(code: Shortcode, _: Around) -> str:
    address = code.word("url", "link", "href", "cta_link")
    names = ("cta_text", "text", "title", "label")
    given = next((found for name in names if (found := code.given.get(name))), "")
    label = (code.inner or "").strip() or given
    return f"[{label or address}]({address})" if address else label


def _card(code: Shortcode, around: Around) -> str:
    address, title = code.word("url", "link", "href"), code.given.get("title", "")
    label = title or around.title(address) or address
    link = f"[{label}]({address})" if address else f"**{label}**"
    more = code.given.get("subtitle") or code.given.get("description") or ""
    inner = f"\n{code.inner}\n" if code.inner else ""
    return f"\n- {link}{f': {more}' if more else ''}\n{inner}"


def _tab(code: Shortcode, _: Around) -> str:
    title = code.word("name", "title", "tabname")
    return f"\n\n**{title}**\n\n{(code.inner or '').strip()}\n\n" if title else code.inner or ""


def _mark(code: Shortcode, _: Around) -> str:
    return f"<mark>{code.inner or code.word('text')}</mark>"


def _param(code: Shortcode, around: Around) -> str:
    return around.param(code.word("name"))


def _chart(code: Shortcode, around: Around) -> str:
    name = code.word("data")
    around.tell(f"the chart `{name}` needs a script and became a link to its data")
    return f"[{name}]({name}.json)" if name else ""


def _embed(code: Shortcode, around: Around) -> str:
    address = code.word("src", "url", "resource")
    around.tell("what was embedded became a link")
    return f"\n\n[{code.given.get('title') or address}]({address})\n\n" if address else ""


_TABLE: Mapping[str, Callable[[Shortcode, Around], str]] = {
    **dict.fromkeys(("figure", "image", "img"), _figure),
    **dict.fromkeys(("video", "audio"), _media),
    "cite": _cite,
    **dict.fromkeys(("callout", "alert", "notice", "admonition"), _box),
    **dict.fromkeys(("spoiler", "details", "toggle", "expand"), _folded),
    "staticref": _file,
    "speaker_note": _spoken,
    **dict.fromkeys(("relref", "ref"), _reference),
    "mention": _mention,
    **dict.fromkeys(("tweet", "x", "twitter"), _post),
    "gist": _gist,
    "instagram": _instagram,
    **dict.fromkeys(("gallery", "gallery-grid"), _gallery),
    **dict.fromkeys(("highlight", "code"), _code),
    **dict.fromkeys(("diagram", "mermaid"), _diagram),
    "table": _table,
    **dict.fromkeys(("button", "btn", "cta"), _button),
    "card": _card,
    "tab": _tab,
    **dict.fromkeys(("hl", "mark"), _mark),
    "param": _param,
    "chart": _chart,
    **dict.fromkeys(("embed", "iframe", "pdf"), _embed),
}

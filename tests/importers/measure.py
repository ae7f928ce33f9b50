"""What a source shows and what a result shows, each read on its own and made comparable."""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import jinja2
import markdown
import yaml

from mkdocs_academic import pluglet

from ..pages import MacroEnvironment

EXTENSIONS = ["attr_list", "md_in_html", "tables", "fenced_code", "mkdocs_academic.mdx"]


class Shown(NamedTuple):
    """Words and web addresses that readers get."""

    words: set[str]
    links: set[str]


def source(folder: Path, page: str = "_pages/about.md") -> Shown:
    """Read a page of Jekyll's by its text alone: no parser of ours has a part in it."""
    text = _with_includes(folder / page)
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)
    text = re.sub(r"^\[//\]: *# *\(.*\)[ \t]*$", " ", text, flags=re.MULTILINE)
    text = re.sub(r"<(script|style|video|svg)\b.*?</\1\s*>", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{:[^}]*\}|\{#[^}]*\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r"^[ \t]*\(?\d{1,3}[.)][ \t]", " ", text, flags=re.MULTILINE)
    links = set(re.findall(r"\]\(\s*<?(https?://[^\s<>()]+(?:\([^\s()]*\)[^\s()<>]*)*)", text))
    links |= set(re.findall(r"<a\s[^>]*?href=[\"'](https?://[^\"']+)[\"']", text))
    text = re.sub(r"(?<=\])\((?:[^\s()<>]|\([^\s()]*\)|<[^<>]*>)*\)", " ", text)
    text = re.sub(r"</?[a-zA-Z][^<>]*>", " ", text.replace("<https", " ").replace("<http", " "))
    return Shown(words(html.unescape(text)), {normal(one) for one in links})


def _with_includes(page: Path) -> str:
    text = page.read_text("utf-8")
    for name in re.findall(r"\{%-?\s*include_relative\s+([^\s%]+)", text):
        text += "\n" + (page.parent / name).read_text("utf-8")
    return text


def result(folder: Path, page: str = "index.md") -> Shown:
    """Render a page of the new site as an engine does."""
    shown = page_html(folder, page)
    shown = re.sub(r"<pre\b.*?</pre>", " ", shown, flags=re.DOTALL)  # BibTeX says all twice
    links = re.findall(r"(?:href|src)=\"(https?://[^\"]+)\"", shown)
    text = re.sub(r"<svg\b.*?</svg>|<[^>]*>", " ", shown, flags=re.DOTALL)
    return Shown(words(html.unescape(text)), {normal(html.unescape(one)) for one in links})


def page_html(folder: Path, page: str = "index.md") -> str:
    """Return the HTML of one page."""
    env = MacroEnvironment(folder / "mkdocs.yml", page.removesuffix("index.md"), EXTENSIONS)
    pluglet.define_env(env)
    text = (folder / "docs" / page).read_text("utf-8")
    body = re.sub(r"\A---\n.*?^---\n", "", text, flags=re.DOTALL | re.MULTILINE)
    rendered = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(body)
    return markdown.markdown(rendered.render(env.macros), extensions=EXTENSIONS)


def settings(folder: Path) -> dict[str, object]:
    """Return what `extra.academic` says."""
    loaded = yaml.load((folder / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    found: dict[str, object] = loaded["extra"]["academic"]
    return found


class _Active(HTMLParser):
    """Looks at tags and attributes as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_ours = tag == "svg" or ("class", "acad-filters acad-actions") in attrs
        if tag in ("script", "style", "iframe", "object", "embed", "form", "math") and not is_ours:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "action", "formaction"):
                self.found.append(f"{tag} {name}")
            if re.match(r"[\s\x00-\x1f]*(?:javascript|data|vbscript):", value or "", re.IGNORECASE):
                self.found.append(f"{tag} {value}")

    handle_startendtag = handle_starttag


def active(shown: str) -> list[str]:
    """Return what could run."""
    looked = _Active()
    looked.feed(shown)
    looked.close()
    return looked.found


def words(text: str) -> set[str]:
    """Return the words of a text: letters or digits, whatever their case and form."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return set(re.findall(r"[^\W\d_]{2,}|\d+", plain))


def normal(address: str) -> str:
    """Make addresses comparable: how they are escaped, and a slash at the end."""
    return (
        re.sub(r"%[0-9a-f]{2}", "", html.unescape(address), flags=re.IGNORECASE)
        .rstrip("/.,")
        .replace("~", "")
    )

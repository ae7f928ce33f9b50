"""The home page of a PRISM site: `about.toml` with its sections in their order."""

from __future__ import annotations

from ..toml_text import Toml
from .board import Board
from .languages import Language
from .pages import Pages
from .papers import Papers
from .profile import lines_of
from .site import Site, page_file, plain, text_of, title_of

_KNOWN = frozenset(("type", "title", "description", "profile", "sections"))
_INTERESTS = {
    "zh": "研究兴趣", "ja": "研究分野", "ko": "연구 관심 분야", "de": "Forschungsinteressen",
    "it": "Interessi di ricerca", "pt": "Interesses de pesquisa", "ru": "Научные интересы",
}  # fmt: skip


class Home:
    """Puts the home page of one language together."""

    def __init__(self, site: Site, language: Language, papers: Papers, pages: Pages) -> None:
        self._site, self._language, self._papers, self._pages = site, language, papers, pages
        self._file = page_file("about", language)

    def add(self) -> None:
        """Add the page, if the language has one."""
        contents = self._site.contents(self._language)
        toml = contents.toml("about.toml")
        if not contents.names(".toml", ".md"):
            return
        board = Board()
        board.text("{{ profile() }}" if self._language.is_main else self._who())
        board.text(self._interests(toml.table("profile").get("research_interests")))
        self._pages.parts(board, toml)
        if self._site.is_one_page:
            self._pages.whole(board)
        for key in toml.data.keys() - _KNOWN:
            self._site.note(f"`{toml.at(key)}`: `{key}` has no counterpart and was left out")
        for key in toml.table("profile").keys() - {"research_interests"}:
            where = toml.at("profile", key)
            self._site.note(f"`{where}`: `profile.{key}` has no counterpart and was left out")
        if "profile" in toml.data and not toml.table("profile"):
            self._site.note(f"`{toml.at('profile')}`: `profile` is no table and was left out")
        text = board.page()
        if self._language.is_main:
            self._site.result.academic["sections"] = board.sections
        title = title_of(toml.data.get("title")) or "About"
        description = title_of(toml.data.get("description"))
        if not self._language.is_main and not description:
            description = self._own_description(contents.toml("config.toml"))
        meta = {"description": description} if description else {}
        self._site.result.add_page(self._file, title, text, in_nav=False, meta=meta)

    def _own_description(self, config: Toml) -> str:
        """Return what a language says of the whole site, "" where it leaves that to the first."""
        said = title_of(config.table("site").get("description"))
        return "" if said == self._site.result.config.get("site_description") else said

    def _interests(self, given: object) -> str:
        listed = [given] if isinstance(given, str) else given
        found = [plain(one) for one in listed if text_of(one)] if isinstance(listed, list) else []
        if not found:
            return ""
        tag = (self._language.tag or "en").partition("-")[0].lower()
        word = _INTERESTS.get(tag, "Research interests")
        return self._site.safe(f"**{word}**: {' · '.join(found)}", self._language, self._file)

    def _who(self) -> str:
        """Return who the site is about in another language, as the profile is in the first."""
        name = plain(self._language.config.table("author").get("name"))
        lines = lines_of(self._site, self._language).values()
        return self._site.safe(f"# {name}\n\n{' · '.join(lines)}", self._language, self._file)

"""Material's search under this theme's name."""

from __future__ import annotations

import re
from typing import Any

from material.plugins.search.plugin import SearchPlugin as MaterialSearchPlugin

from . import formulas
from .outputs import plain

_OWN = re.compile(r'\s?data-search-\w+="[^"]*"')  # what the search alone is told


class SearchPlugin(MaterialSearchPlugin):  # type: ignore[misc]
    """Material's own search, also found by its templates."""

    def on_config(self, config: Any) -> Any:
        """Answer to `material/search` too: Material's header asks for that name."""
        if "material/search" not in config.plugins:
            # An alias only: registering it would run every event twice.
            dict.__setitem__(config.plugins, "material/search", self)
        return super().on_config(config)

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> None:
        """Read formulas in words: of a drawing the index would hold letters without their order."""
        shown, read = page.content, plain.without_formulas(formulas.sources(page.content))
        page.content = read
        super().on_page_context(context, page=page, config=config, nav=nav)
        if read != shown:
            page.content = _OWN.sub("", shown)

    def on_post_build(self, *, config: Any) -> None:
        """Write the index; mkdocs-static-i18n 1.3 gathers the records under both names."""
        if "i18n" in config.plugins:
            entries = self.search_index.entries
            once = {(one["location"], one["title"]): one for one in reversed(entries)}
            entries[:] = reversed(once.values())
        super().on_post_build(config=config)

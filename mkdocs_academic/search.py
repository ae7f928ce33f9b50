"""Material's search under this theme's name."""

from __future__ import annotations

from typing import Any

from material.plugins.search.plugin import SearchPlugin as MaterialSearchPlugin


class SearchPlugin(MaterialSearchPlugin):  # type: ignore[misc]
    """Material's own search, also found by its templates."""

    def on_config(self, config: Any) -> Any:
        """Answer to `material/search` too: Material's header asks for that name."""
        if "material/search" not in config.plugins:
            # An alias only: registering it would run every event twice.
            dict.__setitem__(config.plugins, "material/search", self)
        return super().on_config(config)

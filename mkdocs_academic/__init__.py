"""A home page for a researcher or a whole lab, from one `mkdocs.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .site import Site, load_site

__version__ = "0.1.0"
__all__ = ["Site", "__version__", "define_env", "load_site"]


def define_env(env: Any) -> None:
    """Register the macros: `plugins: [macros: {modules: [mkdocs_academic]}]`."""
    from . import pluglet

    pluglet.define_env(env)


def __getattr__(name: str) -> Any:
    """Load the reading of sites when it is first asked for: importing the package is cheap."""
    if name in ("Site", "load_site"):
        from . import site

        return getattr(site, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

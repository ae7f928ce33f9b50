"""The theme's entry point: it stands in for the folder `theme/`, which holds no Python.

MkDocs, ProperDocs and Zensical take a theme's folder to be the folder of its module's `__file__`,
and Zensical publishes every file in there that is not HTML.
"""

from pathlib import Path

from . import late_imports

late_imports.usual()  # here, for an engine loads its theme before plugins

__file__ = str(Path(__file__).parent / "theme" / "theme_dir.py")

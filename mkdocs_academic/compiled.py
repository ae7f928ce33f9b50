"""Templates are compiled once and kept, as Python keeps the byte code of its modules."""

from __future__ import annotations

import contextlib
import sys
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from . import __version__

_VERSIONS = f"{__version__} {jinja2.__version__} {sys.implementation.cache_tag}"


@cache
def byte_code() -> BytecodeCache | None:
    """Return where compiled templates are kept: the user's own folder of such things.

    None where Python itself keeps nothing (`PYTHONDONTWRITEBYTECODE`), or there is no such place.
    """
    if sys.dont_write_bytecode:
        return None
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return _Kept(str(folder))


def _folder() -> Path:
    from platformdirs import user_cache_path  # here: not every platform finds it as fast

    prefix = sys.pycache_prefix
    return Path(prefix) if prefix else user_cache_path("mkdocs-academic", False) / "templates"


# What of an environment goes into the code (jinja2.Environment, "Environment Overlays").
_OPTIONS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "autoescape"),
    *("line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence"),
    *("keep_trailing_newline", "optimized", "finalize", "is_async", "lean"),
)


@cache
def _source(module: str) -> str:
    """Return the text of what makes the code, "" where it is Jinja, whose version tells."""
    file = None if module.startswith("jinja2.") else sys.modules[module].__file__
    return Path(file).read_text("utf-8", "replace") if file else ""


class _Kept(FileSystemBytecodeCache):
    """One file a template, renewed when the template or what compiles it has changed."""

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        made_with = [str(getattr(environment, one, "")) for one in _OPTIONS]
        made_with.append(_source(environment.code_generator_class.__module__))
        said = "\n".join([_VERSIONS, *sorted(environment.extensions), *made_with, source])
        return super().get_bucket(environment, name, filename, said)

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # it is damaged, and its pickled checksum may fail in any way
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)

"""What pages may call and name besides our macros, as far as a site's files tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2.defaults import DEFAULT_NAMESPACE

from .configuration import named
from .subject import Subject

# What mkdocs-macros brings (its manual, "Default variables and macros").
_THEIRS = frozenset(
    "caller config context environment extra files filters filters_builtin fix_url git kwargs loop "
    "macros macros_info navigation now page plugin self super varargs".split()
)
# Plugins that bring no macros: those of MkDocs, of Material, and others that are used a lot.
_WITHOUT_MACROS = frozenset(
    "academic macros search blog info meta offline optimize privacy projects social tags "
    "typeset autorefs awesome-nav awesome-pages exclude gen-files git-authors git-committers "
    "git-committers-2 git-revision-date git-revision-date-localized glightbox i18n literate-nav "
    "mike minify mkdocs-jupyter mkdocstrings redirects rss section-index".split()
)


def called(subject: Subject, options: Mapping[str, Any]) -> frozenset[str] | None:
    """Return what may be called, None where it may be anything; `options` are those of macros."""
    plugins = {name.rpartition("/")[2] for name in named(subject.config.get("plugins"))}
    if subject.config.get("hooks") or plugins - _WITHOUT_MACROS or options.get("j2_extensions"):
        return None
    modules = options.get("modules") or []
    own = [one for one in modules if one != "mkdocs_academic"] if isinstance(modules, list) else [0]
    main = subject.site.root / f"{options.get('module_name') or 'main'}.py"
    if own or main.exists() or main.with_suffix("").is_dir():
        return None
    return _names(subject).union(subject.given.academic)  # sections of a site's own


def variables(subject: Subject, options: Mapping[str, Any]) -> frozenset[str] | None:
    """Return what may be named, None where it may be anything; `options` are those of macros."""
    plugins = {name.rpartition("/")[2] for name in named(subject.config.get("plugins"))}
    is_open = options.get("include_yaml") or "meta" in plugins or called(subject, options) is None
    return None if is_open else _names(subject)


def _names(subject: Subject) -> frozenset[str]:
    extra = subject.config.get("extra")
    return _THEIRS.union(DEFAULT_NAMESPACE, extra if isinstance(extra, dict) else ())

"""`{{12}}` of LaTeX and `{#id}` of Markdown, which Jinja would take for its own: they stay."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

# The patterns say what follows upon `{` or `$`: a search for these two is fast.
_STRING = r'"(?:\\.|[^"\\])*+"' + "|" + r"'(?:\\.|[^'\\])*+'"
_DICT = r"\{(?!\{)(?:" + _STRING + r"""|[^{}"'])*+\}"""
_OWN = "|".join(  # what is Jinja's, with all that stands in it
    (
        r"%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\}",
        r"\{(?:" + _STRING + "|" + _DICT + r"""|(?!\}\}|\{\{)[^"'])*+\}\}""",
        r"%(?:" + _STRING + r"""|(?!%\}|\{%)[^"'])*+%\}""",
        r"#(?![\w.:-]+\}).*?#\}",
    )
)
_ID = r"#[\w.:-]+\}"
_POWER = r"(?<=[\^_]\{)\{[-+]?[\d.,]+\}\}"
# In a formula: an exponent, an index, numbers that need not be calculated.
_NUMBERS = r"(?<=[\^_]\{)\{[\d \t.,;:+*/=<>-]+\}\}|\{[-+]?[\d.,;:=<>-]+\}\}"
# As pymdownx.arithmatex tells formulas from prices; the groups are atomic, or they would be slow.
_FORMULA = (
    rf"(?<!\\\$)(?:\$(?>\{{(?:{_OWN})|\\.|[^$])+?\$\$|"
    rf"(?![\s$])(?>\{{(?:{_OWN})|\\.|[^$\n\\])+?(?<!\s)\$)"
)
_ON_PAGE = (
    rf"[{{$](?:(?<=\{{)(?:(?P<foreign>{_ID}|{_POWER})|{_OWN})|(?<=\$)(?P<formula>{_FORMULA}))"
)
_IN_FORMULA = rf"\{{(?:(?P<foreign>{_ID}|{_NUMBERS})|{_OWN})"
_LIKE_NUMBERS = re.compile(r"\{\{[ \t]*[\d.,;:+*/=<>-]")  # most pages have none


def kept(text: str, env: Any) -> str:
    """Have stand as they are what LaTeX and Markdown write with the signs of Jinja.

    `$10^{{12}}$` would lose its braces, `$A_{{-1}}$` its minus; `{#1}` and `{#id}` would begin a
    comment that ends who knows where. `env` is Jinja's environment; no line is moved.
    """
    is_usual = env.variable_start_string == "{{" and env.comment_start_string == "{#"
    if not is_usual or not ("{#" in text or _LIKE_NUMBERS.search(text)):
        return text

    def put(found: re.Match[str]) -> str:
        if found.lastgroup is None:
            return found[0]
        if found.lastgroup == "formula":
            return _compiled(_IN_FORMULA).sub(put, found[0])
        return say(found[0], env)

    return _compiled(_ON_PAGE).sub(put, text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern where a page needs it: that takes as long as ten pages do."""
    return re.compile(pattern, re.DOTALL)


def say(text: str, env: Any) -> str:
    """Return what Jinja shows as this text."""
    return between(quoted(text), env)


def between(call: str, env: Any) -> str:
    """Put the site's own braces around a call."""
    return f"{env.variable_start_string} {call} {env.variable_end_string}"


def quoted(text: str) -> str:
    """Return a text as Jinja reads it in a call."""
    return json.dumps(text, ensure_ascii=False)

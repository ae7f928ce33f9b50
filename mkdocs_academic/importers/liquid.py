"""Liquid, as far as pages of these templates use it: loops over data, includes, conditions.

What is not understood is left out and told; only what stands in `filtered` and `_tag` is run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from .liquid_filters import comparable, filtered, grown, step
from .liquid_tags import file_shown

TOKEN = re.compile(r"(\{%-?.*?-?%\}|\{\{-?.*?-?\}\})", re.DOTALL)
_WORD = re.compile(r"\s*(\w+)\s*(.*)", re.DOTALL)
_VALUE = re.compile(r"'([^']*)'|\"([^\"]*)\"|(-?\d+(?:\.\d+)?)|([\w-]+(?:\.[\w-]+|\[[^\]]*\])*)")
_COMPARED = re.compile(r"(.+?)\s*(==|!=|>=|<=|>|<|\bcontains\b)\s*(.+)", re.DOTALL)
_PRINTED = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
_PAIR = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[\w.-]+)")
ENDS = {
    "for": "endfor",
    "if": "endif",
    "unless": "endunless",
    "capture": "endcapture",
    "comment": "endcomment",
    "raw": "endraw",
    "case": "endcase",
    "highlight": "endhighlight",
    "details": "enddetails",
    "tabs": "endtabs",
    "tab": "endtab",
    "quote": "endquote",
}
Tags = Callable[[str, str, str], str | None]
_DEEPEST = 12  # includes within includes
_LONGEST = 2_000_000  # characters that a page, or a value, may grow to
_ROUNDS = 100_000  # of all loops together


class Liquid:
    """Renders one page; `include` finds a file that a tag names, None where there is none.

    `tags` takes a tag's name, the words behind it and what stands up to its end, and returns what
    it shows, None for a tag that is not known.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        include: Callable[[str, bool], str | None],
        note: Callable[[str], None],
        tags: Tags = lambda *_: None,
    ) -> None:
        self._values: dict[str, Any] = dict(values)
        self._tags = tags
        self._include = include
        self._note = note
        self._depth = 0
        self._size = 0
        self._rounds = 0

    def render(self, text: str) -> str:
        """Return the text with its tags followed."""
        return "".join(self._run(TOKEN.split(text)))

    def _run(self, tokens: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            at += 1
            if self._size > _LONGEST:
                return
            if token.startswith("{{") and token.endswith("}}"):
                yield self._shown(self._filtered(token[2:-2].strip("- \n\t")))
            elif token.startswith("{%") and token.endswith("%}"):
                word = _WORD.match(token[2:-2].strip("- \n\t"))
                name, rest = (word[1], word[2]) if word else ("", "")
                stop = matching(tokens, at, name) if name in ENDS else at
                yield from self._tag(name, rest, tokens[at : max(at, stop - 1)])
                at = stop
            else:
                self._size += len(token)
                yield token

    def _tag(self, name: str, rest: str, inner: Sequence[str]) -> Iterator[str]:
        if name == "for":
            yield from self._loop(rest, inner)
        elif name in ("if", "unless"):
            yield from self._run(self._branch(name, rest, inner))
        elif name == "capture":
            self._values[rest.strip()] = "".join(self._run(inner))
        elif name == "assign":
            variable, _, value = rest.partition("=")
            self._values[variable.strip()] = self._filtered(value)
        elif name in ("include", "include_relative", "include_cached"):
            yield self._included(rest, name == "include_relative")
        elif name == "raw":
            yield "".join(inner)
        elif name not in _SILENT:
            body = "".join(self._run(inner))
            shown = self._tags(name, self._expanded(rest), body)
            if shown is None:
                self._note(f"the Liquid tag `{' '.join(f'{name} {rest}'.split())}` was left out")
            yield shown or ""

    def _expanded(self, rest: str) -> str:
        """Put the values that a tag prints within itself."""
        return _PRINTED.sub(lambda one: self._shown(self._filtered(one[1])), rest)

    def _loop(self, rest: str, inner: Sequence[str]) -> Iterator[str]:
        found = re.match(r"(\w+)\s+in\s+(\S+)(.*)", rest, re.DOTALL)
        if not found:
            return
        listed = self._value(found[2])
        if listed is None and found[2].startswith("site."):
            self._note(f"the loop over `{found[2]}` was left out")
        items = list(listed.items()) if isinstance(listed, dict) else listed
        items = list(items) if isinstance(items, list | tuple) else []
        if "reversed" in found[3]:
            items.reverse()
        for option, cut in (("offset", "from"), ("limit", "to")):
            if number := re.search(rf"{option}\s*:\s*(\d+)", found[3]):
                items = items[int(number[1]) :] if cut == "from" else items[: int(number[1])]
        for place, item in enumerate(items):
            self._rounds += 1
            if self._rounds > _ROUNDS:
                self._note(f"a loop of Liquid over `{found[2]}` was given up: it has no end")
                return
            self._values[found[1]] = item
            self._values["forloop"] = {
                "index": place + 1,
                "index0": place,
                "first": not place,
                "last": place + 1 == len(items),
            }
            yield from self._run(inner)

    def _branch(self, name: str, rest: str, inner: Sequence[str]) -> Sequence[str]:
        holds = self._holds(rest) == (name == "if")
        start, depth = 0, 0
        for place, token in enumerate(inner):
            word = re.match(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}", token, re.DOTALL)
            tag = word[1] if word else ""
            depth += (tag in ENDS) - (tag in ENDS.values())
            if depth == 0 and tag in ("else", "elsif"):
                if holds:
                    return inner[start:place]
                start = place + 1
                holds = tag == "else" or self._holds(word[2] if word else "")
        return inner[start:] if holds else ()

    def _holds(self, condition: str) -> bool:
        if " or " in condition:
            return any(map(self._holds, condition.split(" or ")))
        if " and " in condition:
            return all(map(self._holds, condition.split(" and ")))
        found = _COMPARED.fullmatch(condition.strip())
        if not found:
            return self._value(condition) not in (None, False, "", "false")
        left, right = self._value(found[1]), self._value(found[3])
        if found[2] == "contains":
            return str(right) in (left if isinstance(left, list) else str(left or ""))
        if found[2] in ("==", "!="):
            empty = right in ("empty", "blank")
            same = not left if empty else comparable(left) == comparable(right)
            return same == (found[2] == "==")
        try:
            a, b = float(left), float(right)
        except (TypeError, ValueError):
            return False
        return {">": a > b, "<": a < b, ">=": a >= b, "<=": a <= b}[found[2]]

    def _included(self, rest: str, is_relative: bool) -> str:
        name = rest.split()[0].strip("'\"") if rest.split() else ""
        given = {key: self._value(value) for key, value in _PAIR.findall(rest)}
        text = self._include(name, is_relative) if self._depth < _DEEPEST else None
        path = next((given[key] for key in ("path", "image_path", "src") if given.get(key)), None)
        if path and (text is None or re.search("figure|video|audio", name)):
            return file_shown(name, str(path), given)
        if text is None:
            self._note(f"the include `{name}` was left out")
            return ""
        before, self._values["include"] = self._values.get("include"), given
        self._depth += 1
        text = self.render(text)
        self._depth -= 1
        self._values["include"] = before
        return text

    def _filtered(self, expression: str) -> Any:
        first, *filters = re.split(r"\|(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)", expression)
        value = self._value(first)
        for one in filters:
            name, _, given = one.strip().partition(":")
            arguments = [self._value(part) for part in re.split(r",\s*", given) if part.strip()]
            if grown(name.strip(), value, arguments) > _LONGEST // 4:
                self._note(f"a text of Liquid was left out: `{name.strip()}` makes it too long")
                return None
            value = filtered(name.strip(), value, arguments)
        return value

    def _value(self, expression: str) -> Any:
        found = _VALUE.match(expression.strip())
        if not found:
            return None
        if found[1] is not None or found[2] is not None:
            return found[1] if found[1] is not None else found[2]
        if found[3] and found[3] == expression.strip():
            return float(found[3]) if "." in found[3] else int(found[3])
        if found[4] in ("true", "false", "nil", "empty", "blank"):
            return {"true": True, "false": False, "nil": None}.get(found[4], found[4])
        value: Any = self._values
        for one in re.findall(r"[\w-]+", found[4] or ""):
            value = step(value, one)
        return value

    def _shown(self, value: Any) -> str:
        text = "" if value is None or isinstance(value, list | dict) else str(value)
        self._size += len(text)
        return text


_SILENT = {"", "else", "elsif", "when", "break", "continue", "toc", "seo", "endcomment", "comment"}


def matching(tokens: Sequence[str], at: int, name: str) -> int:
    """Return the place behind the tag that ends a block."""
    depth = 1
    for place in range(at, len(tokens)):
        word = re.match(r"\{%-?\s*(\w+)", tokens[place])
        if word and word[1] == name:
            depth += 1
        elif word and word[1] == ENDS[name]:
            depth -= 1
            if not depth:
                return place + 1
    return at  # never closed: what follows stays

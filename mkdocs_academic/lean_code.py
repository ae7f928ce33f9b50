"""Code of templates that go through their parts thousands of times: nothing is asked in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


class LeanCode(CodeGenerator):
    """Writes plain Python for the files in `environment.lean`, for others what Jinja writes.

    They are ours: values have what is asked of them, no function takes the context, all that is
    shown is escaped, and of a loop they ask no more than `index` and `last`.
    """

    @property
    def _is_lean(self) -> bool:
        return self.filename in getattr(self.environment, "lean", ())

    def get_visitor(self, node: nodes.Node) -> Any:
        """Return what writes a node."""
        own = getattr(self, f"_write_{type(node).__name__}", None) if self._is_lean else None
        return own or super().get_visitor(node)

    def write_commons(self) -> None:
        """Write what code begins with; a name that was looked up is known the next time."""
        super().write_commons()
        if self._is_lean:
            self.writeline("from collections import defaultdict")
            self.writeline("resolve = defaultdict(lambda: missing, context.get_all()).__getitem__")
            self.writeline(f"from {__name__} import escaped, looped")

    def _write_For(self, node: nodes.For, frame: Frame) -> None:
        # What a user has put in the place of a part may ask more of the loop around it.
        loops = "from jinja2.runtime import LoopContext" if node.find(nodes.Include) else ""
        self.writeline(loops or "LoopContext = looped")
        self.visit_For(node, frame)

    def _write_Output(self, node: nodes.Output, frame: Frame) -> None:
        if frame.buffer is not None:
            self.visit_Output(node, frame)
            return
        text, values = "", []
        for one in node.nodes:
            if isinstance(one, nodes.TemplateData):
                text += one.data.replace("%", "%%")
            else:
                text += "%s"
                values.append(one)
        self.writeline(f"yield {text!r} % (", node)  # Python takes this for an f-string
        for one in values:
            self.newline(one)
            is_safe = isinstance(one, nodes.Filter) and one.name == "safe"
            self.write("str(" if is_safe else "escaped(")
            self.visit(next(one.iter_child_nodes()) if is_safe else one, frame)
            self.write("),")
        self.write(")")

    def _write_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _write_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _write_Call(self, node: nodes.Call, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write(")")


def escaped(value: Any) -> str:
    """Return what `escape` does, but plain text that has nothing to escape as it is."""
    if type(value) is str:
        is_plain = not ("&" in value or "<" in value or ">" in value or '"' in value)
        return value if is_plain and "'" not in value else escape(value)
    return value if type(value) is Markup else escape(value)


def looped(values: Iterable[Any], _: Any) -> Iterator[tuple[Any, SimpleNamespace]]:
    """Yield values as `LoopContext` does, each with its place."""
    found = list(values)
    turn, number = SimpleNamespace(), len(found)
    for index, value in enumerate(found, 1):
        turn.index, turn.last = index, index == number
        yield value, turn

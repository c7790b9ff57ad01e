"""Every word that templates, sheets and scripts ask for is there, and none is left over.

What is asked for is read from the engine's own sources: `t("goal")` in a template, `words.t(…)`
in a kind's sheet, `w("js-undo")` in a script. A name put together, `"heat-" ~ item.heat`, asks
for a label of each value the field may have, or for one of that beginning at least.
"""

from __future__ import annotations

import ast
import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import jinja2
from jinja2 import nodes
from pydantic import BaseModel, TypeAdapter

from macros.content.library import LABELS, LIBRARY
from macros.content.site import Site
from macros.contracts.findings import Finding
from macros.kinds import Kind, kinds
from macros.render.views import views

OWN = f"{LIBRARY}/{LABELS}"  # what no kind alone says
CODES = {
    "label-missing": "every label that a template, a sheet or a script names is there",
    "label-unused": "every label is named by a template, a sheet or a script",
}
ENGINE = Path(__file__).resolve().parent.parent
CALLS = {"t", "label"}  # functions that take the name of a label
IN_SCRIPT = re.compile(r"""\bw\(\s*(?:"(js-[\w-]+)"|`(js-[\w-]*)\$\{)""")
CHOSEN = re.compile(r"""["'`](js-[\w-]+)["'`]""")  # w(done ? "js-again" : "js-check")
PREFIX = "client-"  # in front of what the client edition says instead


@dataclass(frozen=True)
class Use:
    """A label that something names, or the beginning of several."""

    name: str
    file: str
    whole: bool = True


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Compare what is named with what there is."""
    labels = site.library.labels
    sources = {p: s for p, s in site.library.sources.items() if p.endswith(f"/{LABELS}")}
    if OWN not in sources or any(source.findings for source in sources.values()):
        return
    uses = sorted({*_engine_uses(), *_script_uses(site.root)}, key=lambda use: use.name)
    unused = {key: source for source, key in _declared_labels(site) if not _is_named(key, uses)}
    for use in uses:
        if use.whole and use.name not in labels or not any(k.startswith(use.name) for k in labels):
            # A label that is one letter off is named nowhere: one fault, not two.
            close = get_close_matches(use.name, unused, 1)
            path = unused.pop(close[0]) if close else _labels_of(use)
            yield Finding(
                path,
                sources[path].line((close[0],)) if close else 1,
                "label-missing",
                f"no label '{use.name}{'' if use.whole else '…'}', which {use.file} names",
                "each label in both languages",
                f"did you rename it to '{close[0]}'?" if close else "add it",
            )
    for key, source in unused.items():
        yield Finding(
            source,
            sources[source].line((key,)),
            "label-unused",
            f"label '{key}', which nothing names",
            "labels that are shown somewhere",
            "take it out, or correct its name",
        )


def _labels_of(use: Use) -> str:
    """Where the label belongs that something names: with its kind, or with those of all."""
    room, _, name = use.file.partition("/kinds/")
    return f"{room}/kinds/{name.split('/')[0]}/{LABELS}" if name else OWN


def _is_named(key: str, uses: list[Use]) -> bool:
    name = key.removeprefix(PREFIX) if key.startswith(PREFIX) else key
    return any(name == use.name or not use.whole and name.startswith(use.name) for use in uses)


def _declared_labels(site: Site) -> Iterator[tuple[str, str]]:
    for source in site.library.sources.values():
        if source.path.endswith(f"/{LABELS}") and isinstance(source.data, dict):
            yield from ((source.path, key) for key in source.data)


@functools.cache
def _engine_uses() -> tuple[Use, ...]:
    """What the engine itself names, read once: it doesn't change under a running program."""
    found: list[Use] = []
    for path in sorted(ENGINE.rglob("*")):
        name = f"macros/{path.relative_to(ENGINE).as_posix()}"
        if path.suffix == ".j2":
            found += _in_template(path.read_text("utf-8"), name)
        elif path.suffix == ".py":
            found += _in_python(path.read_text("utf-8"), name)
        elif path.suffix == ".js":
            found += _in_script(path.read_text("utf-8"), name)
    for kind in kinds().values():
        home = f"macros/kinds/{kind.name}"
        names = [f"kind-{kind.name}", f"kinds-{kind.name}", f"kinds-{kind.name}-summary"]
        found += [Use(name, home) for name in (*names, *kind.form)]
        found += [Use(name, home) for use in found for name in _values(kind, use, home)]
    for view in views().values():
        if tool := view.tool:
            names = (tool.label, f"{tool.label}-summary")
            found += [Use(name, f"macros/render/views/{view.name}.py") for name in names]
    return tuple(found)


def _script_uses(root: Path) -> Iterator[Use]:
    """What the theme's templates and the shared scripts name."""
    theme = root / "overrides" / "theme"
    for path in sorted(theme.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".html":
            yield from _in_template(path.read_text("utf-8"), name)
        elif path.suffix == ".js" and "vendor" not in path.parts:
            yield from _in_script(path.read_text("utf-8"), name)


def _in_template(text: str, name: str) -> Iterator[Use]:
    for call in jinja2.Environment().parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in CALLS and call.args:
            first = call.args[0]
            if isinstance(first, nodes.Const):
                yield Use(str(first.value), name)
            elif isinstance(first, nodes.Concat) and isinstance(first.nodes[0], nodes.Const):
                yield Use(str(first.nodes[0].value), name, whole=False)


def _in_python(text: str, name: str) -> Iterator[Use]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Subscript) and _last_name(node.value) == "labels":
            arguments = [node.slice]
        elif isinstance(node, ast.Call) and _last_name(node.func) in CALLS:
            arguments = node.args
        else:
            continue
        for argument in arguments:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield Use(argument.value, name)
            elif isinstance(argument, ast.JoinedStr):
                first = argument.values[0]
                if isinstance(first, ast.Constant) and str(first.value).endswith("-"):
                    yield Use(str(first.value), name, whole=False)


def _last_name(node: ast.expr) -> str:
    """Of a.b.c the c; of a name the name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _in_script(text: str, name: str) -> Iterator[Use]:
    for match in IN_SCRIPT.finditer(text):
        yield Use(match[1] or match[2], name, whole=bool(match[1]))
    for match in CHOSEN.finditer(text):
        yield Use(match[1], name)


def _values(kind: Kind, use: Use, home: str) -> Iterator[str]:
    """The labels of each value of a field, where a kind names them by a beginning: heat-…"""
    if use.whole or not use.file.startswith(f"{home}/"):
        return
    field = use.name.rstrip("-")
    for values in _choices(kind.model).get(field, ()):
        yield f"{use.name}{values}"


def _choices(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """The fields of a model, and of the models inside it, that hold one of several words."""
    found: dict[str, tuple[str, ...]] = {}
    schema = TypeAdapter(model).json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            if "enum" in field:
                found[name] = tuple(map(str, field["enum"]))
    return found

"""Writes new pages and library items with everything in place but the words.

A page's shape comes from page_types.yml; an item's fields from its model, how many lines it
starts with from the `skeleton.yml` in its kind's folder.
"""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.contracts.fields import LANGUAGES, Text
from macros.contracts.page_types import TO_WRITE, FrontMatter, page_types
from macros.kinds import Kind

Data = dict[str, Any]
LONG = 100  # characters; an id is shorter, and nobody types so many
# What a contract may say of a number or of how many there are.
BOUNDS = {
    "min_length": "{} or more",
    "max_length": "at most {}",
    "gt": "more than {}",
    "ge": "{} or more",
    "lt": "less than {}",
    "le": "at most {}",
}


def new_page(page_type: str, language: str, front: Data) -> str:
    """The Markdown of a new page of this type. `front` fills what is known beforehand."""
    lines = ["---"]
    for name, info in FrontMatter.model_fields.items():
        if name in front or info.is_required():
            if limits := _limits(info):
                lines.append(f"# {info.description}{limits}")
            lines.append(f"{name}: {_scalar(front.get(name, ''))}")
    lines += ["---", ""]
    for rule in page_types()[page_type].sections:
        spare = "; may be left out" if rule.optional else ""
        lines += [f"## {rule.title[language]} {{#{rule.id}}}", ""]
        # As code: a macro call that is only told of inserts nothing.
        lines += [
            f"{TO_WRITE}: {rule.asks(language).replace('{{', '`{{').replace('}}', '}}`')}{spare}",
            "",
        ]
    return "\n".join(lines)


def new_item(kind: Kind, known: Data) -> str:
    """The YAML of a new item of this kind, each field explained once by a comment."""
    shape = yaml.safe_load((kind.home / "skeleton.yml").read_text("utf-8"))
    data = _fill(kind.model, known | shape)
    about = (kind.model.__doc__ or "").split("\n")[0]
    lines = [
        kind.schema_line,
        f"# {about} Fill in every empty text; scripts/check.py says what is left.",
    ]
    _write(data, kind.model, lines, 0, set())
    return "\n".join(lines) + "\n"


def filled(kind: Kind, known: Data, words: Data) -> Data:
    """A new item's data with `words` (en, zh) in place of every empty text."""

    def put(value: Any) -> Any:
        if isinstance(value, dict):
            if set(value) == set(LANGUAGES):
                return value if all(value.values()) else words
            return {key: put(part) for key, part in value.items()}
        return [put(part) for part in value] if isinstance(value, list) else value

    return put(yaml.safe_load(new_item(kind, known)))


def _model_in(info: FieldInfo) -> type[BaseModel] | None:
    """The model a field holds, by itself or in a list."""
    candidates: list[Any] = [info.annotation]
    while candidates:
        candidate = candidates.pop()
        if isinstance(candidate, type) and not isinstance(candidate, types.GenericAlias):
            if issubclass(candidate, BaseModel):
                return candidate
        elif typing.get_origin(candidate) is not dict:
            candidates += typing.get_args(candidate)
    return None


def _fill(model: type[BaseModel], known: Data) -> Data:
    data: Data = {}
    for name, info in model.model_fields.items():
        inner = _model_in(info)
        if name in known:
            value = known[name]
            if inner and isinstance(value, dict):
                value = _fill(inner, value)
            elif inner and isinstance(value, list):
                value = [_fill(inner, part) for part in value]
            data[name] = value
        elif info.is_required():
            data[name] = dict.fromkeys(LANGUAGES, "") if inner is Text else ""
    return data


def _write(
    data: Data, model: type[BaseModel], lines: list[str], depth: int, told: set[str]
) -> None:
    pad = "  " * depth
    for name, value in data.items():
        info = model.model_fields[name]
        if info.description and info.description not in told:
            told.add(info.description)
            lines.append(f"{pad}# {info.description}{_limits(info)}")
        inner = _model_in(info)
        if inner is Text and isinstance(value, dict):
            lines.append(f"{pad}{name}:")
            lines += [f"{pad}  {language}: {json.dumps(value[language])}" for language in LANGUAGES]
        elif inner and isinstance(value, dict):
            lines.append(f"{pad}{name}:")
            _write(value, inner, lines, depth + 1, told)
        elif inner and isinstance(value, list):
            lines.append(f"{pad}{name}:")
            for part in value:
                row: list[str] = []
                _write(part, inner, row, depth + 2, told)
                first = next(i for i, line in enumerate(row) if not line.lstrip().startswith("#"))
                row[first] = f"{pad}  - {row[first].lstrip()}"
                lines += row
        elif isinstance(value, dict):
            lines.append(f"{pad}{name}:")
            for key, part in value.items():
                texts = part.items() if isinstance(part, dict) else ()
                lines.append(f"{pad}  {key}:" + ("" if texts else f" {_scalar(part)}"))
                lines += [f"{pad}    {language}: {_scalar(text)}" for language, text in texts]
        else:
            lines.append(f"{pad}{name}: {_scalar(value)}")
    _write_optional(data, model, lines, pad, told)


def _write_optional(
    data: Data, model: type[BaseModel], lines: list[str], pad: str, told: set[str]
) -> None:
    """Name the fields that may be left out, once, behind those of the first of their model."""
    for name, info in model.model_fields.items():
        if name not in data and info.description and info.description not in told:
            told.add(info.description)
            lines.append(f"{pad}# {name} (may be left out): {info.description}{_limits(info)}")


def _limits(info: FieldInfo) -> str:
    """What the contract says of a field's length or size, behind its description."""
    if typing.get_origin(info.annotation) is typing.Literal:
        return f" One of: {', '.join(map(str, typing.get_args(info.annotation)))}."
    found = {
        name: value
        for part in info.metadata
        for name in BOUNDS
        if (value := getattr(part, name, None)) is not None
    }
    said = [BOUNDS[name].format(value) for name, value in found.items()]
    if info.annotation is str:  # of which only the length matters that is easily exceeded
        long = found.get("max_length", 0) > LONG
        said = [f"at most {found['max_length']} characters"] if long else []
    return f" ({', '.join(said)})" if said else ""


def _scalar(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(map(_scalar, value)) + "]"
    plain = isinstance(value, int) or (
        value and all(c.isalnum() or c in "- " for c in value) and yaml.safe_load(value) == value
    )
    return str(value) if plain else json.dumps(value, ensure_ascii=False)

"""YAML with line numbers: the only way this project reads YAML."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.contracts.fields import Loc
from macros.contracts.findings import Finding
from macros.contracts.schema_words import WHOLE, explain, is_empty, without_echoes

if TYPE_CHECKING:
    from yaml import SafeLoader
else:  # the one in C, where PyYAML was made with it: ten times as fast
    SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


FEW = 3  # empty texts are told of one by one; more are told of together


class _Loader(SafeLoader):
    """The fast loader; remembers keys that stand twice, of which YAML keeps only the last."""

    def __init__(self, stream: str):
        super().__init__(stream)
        self.repeated: list[tuple[str, int, int]] = []  # key, its line, the first one's line

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 1
            first = lines.setdefault(key.value, line)
            if first != line:
                self.repeated.append((key.value, line, first))
        return super().construct_mapping(node, deep)

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        """A date; one that no calendar has is told with its place."""
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError as error:
            problem = f"{node.value} is no day: {error}"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from error


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


class YamlSource:
    """One YAML text: its data, and the line on which any part of it is.

    `offset` is added to every line, for YAML that starts further down in a file.
    """

    def __init__(self, path: str, text: str, offset: int = 0):
        self.path, self.text, self.offset = path, text, offset
        self.findings: list[Finding] = []
        self.data: Any = None
        try:
            loader = _Loader(text)
            self.data = loader.get_single_data()
            self.findings += [self._repeated_finding(*key) for key in loader.repeated]
        except yaml.YAMLError as error:
            self.findings.append(self._syntax_finding(error))

    def _syntax_finding(self, error: yaml.YAMLError) -> Finding:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        return Finding(
            self.path,
            self.offset + (mark.line + 1 if mark else 1),
            "yaml-syntax",
            f"not readable as YAML: {what}",
            "valid YAML: two spaces for each level, text with ': ' or a leading quote in quotes",
            "fix the line, or the one before it",
        )

    def _repeated_finding(self, key: str, line: int, first: int) -> Finding:
        return Finding(
            self.path,
            self.offset + line,
            "yaml-repeated-key",
            f"key '{key}' is here and on line {self.offset + first}",
            "each key once",
            "keep one of the two",
        )

    @functools.cached_property
    def _lines(self) -> dict[Loc, int]:
        lines: dict[Loc, int] = {}
        root = yaml.compose(self.text, Loader=_Loader)
        if root is not None:
            lines.update(_walk(root, ()))
        return lines

    def line(self, loc: Loc) -> int:
        """The line of the part at `loc` (keys and indexes); of its nearest parent if absent."""
        where = loc
        while where and where not in self._lines:
            where = where[:-1]
        return self.offset + self._lines.get(where, 1)

    def line_of_id(self, name: str) -> int:
        """The line that gives something the id `name`, the last of several; 1 if none does."""
        rows = enumerate(self.text.split("\n"), 1)
        places = [n for n, row in rows if row.strip().lstrip("- ") == f"id: {name}"]
        return self.offset + (places[-1] if places else 1)

    def parse(self, model: type[BaseModel] | TypeAdapter[Any]) -> Any:
        """The data as `model`, or None with the reasons appended to `findings`."""
        if self.findings:
            return None
        try:
            if isinstance(model, TypeAdapter):
                return model.validate_python(self.data)
            return model.model_validate(self.data)
        except ValidationError as error:
            known = _field_names(model)
            problems = without_echoes(error.errors(), known)
            empty = [problem for problem in problems if is_empty(problem)]
            if len(empty) > FEW:  # a new file: they are one task
                problems = [problem for problem in problems if problem not in empty]
                self.findings.append(self._empty_finding([problem["loc"] for problem in empty]))
            self.findings += [self._schema_finding(problem, known) for problem in problems]
        return None

    def _empty_finding(self, places: list[Loc]) -> Finding:
        lines = sorted({self.line(place) for place in places})
        return Finding(
            self.path,
            lines[0],
            "schema",
            f"{len(places)} texts are empty, on lines {', '.join(map(str, lines))}",
            "some text in each, as the comment above says",
            "write them",
        )

    def _strip_alternatives(self, loc: Loc) -> Loc:
        """A place without the names of alternatives, which pydantic puts between the keys."""
        placed: Loc = ()
        for number, part in enumerate(loc, 1):
            if number == len(loc) or (*placed, part) in self._lines:
                placed = (*placed, part)
        return placed

    def _schema_finding(self, problem: Any, known: set[str]) -> Finding:
        loc = self._strip_alternatives(problem["loc"])
        where = ".".join(str(part) for part in loc) or WHOLE
        found, expected, remedy = explain(problem, where, known)
        return Finding(self.path, self.line(loc), "schema", found, expected, remedy)


def _field_names(model: type[BaseModel] | TypeAdapter[Any]) -> set[str]:
    """The names of all fields of a model and of the models inside it."""
    adapter = model if isinstance(model, TypeAdapter) else TypeAdapter(model)
    schema = adapter.json_schema()
    return {
        name
        for part in [schema, *schema.get("$defs", {}).values()]
        for name in part.get("properties", {})
    }


def _walk(node: yaml.Node, loc: Loc) -> Iterator[tuple[Loc, int]]:
    yield loc, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            for where, line in _walk(value, (*loc, key.value)):
                # A block text starts on the line below its key: the key's line reads better.
                yield where, key.start_mark.line + 1 if where == (*loc, key.value) else line
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(value, (*loc, index))

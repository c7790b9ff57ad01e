"""Loads and validates docs/library. The only reader of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from macros.content.text import read_text
from macros.contracts.fields import LANGUAGES, Loc, Strict, Text
from macros.contracts.findings import Finding
from macros.contracts.item import LibraryItem
from macros.contracts.vocabulary import Guide, Point, Role, SystemNote, Term, Wording
from macros.contracts.yaml_source import YamlSource
from macros.kinds import Kind, kinds

LIBRARY = "docs/library"
LABELS = "labels.yml"
OF_LABELS = TypeAdapter(dict[str, Text])
OURS = "our-system.yml"  # written by the team of a project
PUBLISHED_IDS = f"{LIBRARY}/published-ids.txt"


Item = TypeVar("Item", bound=LibraryItem)


@dataclass(frozen=True)
class Entry:
    """A library item with the file it came from."""

    kind: Kind
    item: LibraryItem
    source: YamlSource

    @property
    def path(self) -> str:
        """The item's own page as links name it, from the language's root."""
        return f"toolkit/{self.kind.folder}/{self.item.id}.md"

    @property
    def url(self) -> str:
        """The address of the item's own page, from the language's root."""
        return f"toolkit/{self.kind.folder}/{self.item.id}/"


@dataclass
class Library:
    """Everything in docs/library that could be read, and findings on what could not."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)  # (macro name, id)
    roles: dict[str, Role] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    method: dict[str, Point] = field(default_factory=dict)
    notes: dict[str, SystemNote] = field(default_factory=dict)  # "in our system", by id
    guide: Guide = field(default_factory=lambda: Guide(phases=[], roles=[]))
    wording: Wording = field(default_factory=Wording)
    labels: dict[str, Text] = field(default_factory=dict)
    published: tuple[str, ...] = ()
    sources: dict[str, YamlSource] = field(default_factory=dict)  # by path
    # Pages of items whose file can't be read: there, but with findings of their own.
    unreadable: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def of_kind(self, name: str) -> list[Entry]:
        """The items of one kind, in the order of their phases and titles."""
        return [entry for (kind, _), entry in self.entries.items() if kind == name]

    def of_model(self, model: type[Item]) -> list[Item]:
        """The same by the kind's model, without their files."""
        items = (entry.item for entry in self.entries.values())
        return [item for item in items if isinstance(item, model)]

    def is_readable(self, name: str) -> bool:
        """Whether a shared file such as roles.yml is there and sound: what it lacks is wrong."""
        source = self.sources.get(f"{LIBRARY}/{name}")
        return source is not None and not source.findings

    @functools.cached_property
    def by_path(self) -> dict[str, Entry]:
        """The items by the path of their own page."""
        return {entry.path: entry for entry in self.entries.values()}


def load_library(root: Path) -> Library:
    """Read the library under `root`. Never raises on bad content: see `Library.findings`."""
    library = Library()
    library.roles = _by_id(library, root, "roles.yml", Role)
    library.terms = _by_id(library, root, "glossary.yml", Term)
    library.method = _by_id(library, root, "method.yml", Point)
    if (root / LIBRARY / OURS).exists():
        library.notes = _by_id(library, root, OURS, SystemNote)
    library.guide = _read(library, root, f"{LIBRARY}/guide.yml", Guide)
    library.wording = _read(library, root, f"{LIBRARY}/wording.yml", Wording)
    library.labels = _labels(library, root)
    ledger = root / PUBLISHED_IDS
    library.published = tuple(ledger.read_text("utf-8").split()) if ledger.exists() else ()
    for kind in kinds().values():
        for path in sorted((root / LIBRARY / kind.folder).glob("*.yml")):
            _add_item(library, root, kind, path)
    library.findings += _stray_files(root)
    return library


def _labels(library: Library, root: Path) -> dict[str, Text]:
    """What the kinds say, and the library's own labels, which go before it."""
    labels: dict[str, Text] = {}
    for kind in kinds().values():
        path, text = f"macros/kinds/{kind.name}/{LABELS}", kind.labels.read_text("utf-8")
        source, own = _parse_once(path, text, (), OF_LABELS)
        library.sources[path] = source
        library.findings += source.findings
        labels |= own or {}
    own = _read(library, root, f"{LIBRARY}/{LABELS}", OF_LABELS)
    return labels | (own or {})


def _read(library: Library, root: Path, path: str, model: type[Strict] | TypeAdapter[Any]) -> Any:
    if not (root / path).exists():
        library.findings.append(
            Finding(path, 1, "library-file-missing", "no such file", f"the file {path}", "add it")
        )
        return None
    text, problems = read_text(root / path, path)
    source, result = _parse_once(path, text, tuple(problems), model)
    library.sources[path] = source
    library.findings += source.findings
    return result


@functools.lru_cache(maxsize=4096)  # after an edit most files are as they were
def _parse_once(
    path: str, text: str, problems: tuple[Finding, ...], model: type[Strict] | TypeAdapter[Any]
) -> tuple[YamlSource, Any]:
    source = YamlSource(path, text)
    source.findings += problems
    return source, source.parse(model)


def _by_id(library: Library, root: Path, name: str, model: type[Strict]) -> dict[str, Any]:
    path = f"{LIBRARY}/{name}"
    records = _read(library, root, path, _several(model)) or []
    result: dict[str, Any] = {}
    for index, record in enumerate(records):
        if record.id in result:
            library.findings.append(
                _id_taken(path, library.sources[path].line((index, "id")), record.id, path)
            )
        result[record.id] = record
    return result


@functools.cache
def _several(model: type[Strict]) -> TypeAdapter[Any]:
    return TypeAdapter(list[model])  # pyright: ignore[reportInvalidTypeForm]: known when it runs


def _add_item(library: Library, root: Path, kind: Kind, file: Path) -> None:
    path = file.relative_to(root).as_posix()
    item = _read(library, root, path, kind.model)
    if item is None:
        library.unreadable.add(f"toolkit/{kind.folder}/{file.stem}.md")
        return
    source = library.sources[path]
    if item.id != file.stem:
        library.findings.append(
            Finding(
                path,
                source.line(("id",)),
                "item-file-name",
                f"id '{item.id}' in a file named {file.name}",
                f"a file is named after its id: {item.id}.yml",
                "rename the file; the id is permanent",
            )
        )
    # Ids are unique over the whole library, not only in their kind: people say
    # "the kick-off" and links must not depend on guessing which one.
    for (_, taken), entry in library.entries.items():
        if taken == item.id:
            library.findings.append(
                _id_taken(path, source.line(("id",)), item.id, entry.source.path)
            )
    library.entries[kind.name, item.id] = Entry(kind, item, source)


def _id_taken(path: str, line: int, taken: str, by: str) -> Finding:
    return Finding(
        path,
        line,
        "id-duplicate",
        f"id '{taken}' is already used in {by}",
        "an id that nothing else has, or ever had",
        "choose another id",
    )


def _stray_files(root: Path) -> Iterator[Finding]:
    folders = {kind.folder for kind in kinds().values()}
    for path in sorted((root / LIBRARY).rglob("*")):
        inside = path.relative_to(root / LIBRARY)
        top = inside.parts[0]
        if (
            path.is_file()
            and len(inside.parts) > 1
            and (top not in folders or len(inside.parts) > 2 or path.suffix != ".yml")
        ):
            yield Finding(
                path.relative_to(root).as_posix(),
                1,
                "library-stray-file",
                "a file nobody reads",
                f"a .yml file directly in one of {', '.join(sorted(folders))}",
                "move, rename or delete it",
            )


def texts(source: YamlSource) -> Iterator[tuple[Loc, dict[str, str]]]:
    """Each bilingual text of a library file: where it is and its words by language."""
    stack: list[tuple[Loc, Any]] = [((), source.data)]
    while stack:
        loc, value = stack.pop()
        if isinstance(value, dict):
            if set(value) == set(LANGUAGES) and all(isinstance(v, str) for v in value.values()):
                yield loc, value
            else:
                stack.extend(((*loc, key), part) for key, part in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend(((*loc, i), part) for i, part in reversed(list(enumerate(value))))

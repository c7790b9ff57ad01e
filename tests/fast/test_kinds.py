"""Every kind keeps the promises of its folder. Kinds are discovered."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.commands.skeleton import filled, new_item
from macros.content.library import Entry
from macros.content.site import load_site
from macros.contracts.fields import LANGUAGES
from macros.kinds import Kind, kinds
from macros.render.renderer import Renderer
from tests.support import options, run_script, sample_content

KNOWN = {
    "id": "new-item",
    "phase": "preparation",
    "audience": "internal",
    "roles": ["key-user"],
    "owner": "key-user",
    "reviewed": dt.date(2026, 1, 1),
    "review_in": "12 months",
}
KINDS = list(kinds().values())
NASTY = '<img src=x onerror="alert(1)"> {{ 7 * 7 }} & "quoted"'


def kind_id(kind: Kind) -> str:
    return kind.name


def first_of(kind: Kind) -> Entry:
    """An item of the kind in the sample, where each kind needs one."""
    found = sample_content().library.of_kind(kind.name)
    assert found, f"put an item into tests/sample/docs/library/{kind.folder}"
    return found[0]


def with_texts(data: Any, text: str) -> Any:
    """An item's data with a text added to each that it has in both languages."""
    if isinstance(data, dict):
        if set(data) == set(LANGUAGES):
            return {language: f"{words} {text}" for language, words in data.items()}
        return {key: with_texts(value, text) for key, value in data.items()}
    return [with_texts(value, text) for value in data] if isinstance(data, list) else data


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_a_new_item_lacks_only_words(kind: Kind) -> None:
    data = filled(kind, KNOWN, {"en": "Check the note.", "zh": "核对单据。"})
    if kind.name == "checklist":
        for group in data["groups"]:
            for item in group["items"]:
                item["role"] = "key-user"
    item = kind.model.model_validate(data)
    assert len(set(item.line_ids())) == len(list(item.line_ids())) > 0
    assert item.minutes > 0


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_a_new_item_explains_its_fields(kind: Kind) -> None:
    text = new_item(kind, KNOWN)
    comments = re.findall(r"^\s*# (.*)", text, re.M)[1:]
    assert len(comments) > 10
    assert len(comments) == len(set(comments)), "each field is explained once"


def descriptions(node: object) -> list[tuple[str, bool]]:
    """Each property in a JSON Schema, and whether it is described."""
    found = []
    if isinstance(node, dict):
        for name, field in (node.get("properties") or {}).items():
            target = field.get("$ref", "")
            described = "description" in field or "allOf" in field or bool(target)
            found.append((name, described))
        for value in node.values():
            found += descriptions(value)
    elif isinstance(node, list):
        for value in node:
            found += descriptions(value)
    return found


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_every_field_is_described(kind: Kind) -> None:
    assert [
        name for name, described in descriptions(kind.model.model_json_schema()) if not described
    ] == []


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_the_schema_for_editors_is_what_the_model_says(kind: Kind) -> None:
    written = kind.schema.read_text("utf-8")
    assert written == kind.schema_text(), "run: python3 scripts/new.py schemas"


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_an_editor_finds_nothing_wrong_in_an_item(kind: Kind) -> None:
    validator = Draft202012Validator(json.loads(kind.schema.read_text("utf-8")))
    for entry in sample_content().library.of_kind(kind.name):
        data = json.loads(json.dumps(entry.source.data, default=str))
        assert [error.message for error in validator.iter_errors(data)] == []
        broken = data | {"nonsense": 1}
        assert any("nonsense" in error.message for error in validator.iter_errors(broken))


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("whole", [True, False])
def test_text_stays_text(sample: Path, kind: Kind, language: str, whole: bool) -> None:
    """Library text can't get in as HTML or as template code."""
    source = first_of(kind).source
    data = with_texts(source.data, NASTY)
    (sample / source.path).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    site = load_site(sample)
    assert not site.findings
    item = site.library.entries[kind.name, data["id"]].item
    html = Renderer(site, language, options(sample)).item(kind.name, item.id, "a/page/", whole)
    assert "<img" not in html
    assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;" in html
    assert "{{ 7 * 7 }}" in html
    for line in item.line_ids():
        assert f'id="{item.id}-{line}"' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_headings_fit_where_the_item_stands(sample: Path, kind: Kind) -> None:
    """On its own page an item starts at level 2; in a page its title is level 3."""
    site = load_site(sample)
    render = Renderer(site, "en", options(sample))
    item = first_of(kind).item
    for whole, first in ((True, 2), (False, 3)):
        html = render.item(kind.name, item.id, "x/", whole)
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels or whole, "its title is a heading"
        assert all(level >= first for level in levels)
        assert levels[:1] in ([], [first])
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


def test_a_page_past_its_review_date_says_so(sample: Path) -> None:
    site = load_site(sample)
    meta = site.pages["en"]["glossary.md"].meta
    for day, overdue in ((dt.date(2026, 6, 1), False), (dt.date(2027, 6, 1), True)):
        html = Renderer(site, "en", options(sample, day)).facts(meta, "glossary/")
        assert ("past its review date" in html) is overdue
        assert "2026-01-01" in html
        assert "2027-01-01" in html


@pytest.mark.parametrize("kind", KINDS, ids=kind_id)
def test_new_writes_an_item_and_refuses_a_taken_id(sample: Path, kind: Kind) -> None:
    arguments = ("--phase", "preparation", "--roles", "key-user", "--owner", "key-user")
    result = run_script("new.py", kind.command, "brand-new", *arguments, "--root", sample)
    assert result.code == 0, result.err
    path = sample / "docs" / "library" / kind.folder / "brand-new.yml"
    assert f'{{{{ {kind.name}("brand-new") }}}}' in result.out
    check = run_script("check.py", "--root", sample)
    assert check.code == 1
    lines = path.read_text("utf-8").splitlines()
    for number, code in re.findall(r"brand-new\.yml:(\d+): error \[([\w-]+)\]", check.out):
        assert code == "schema"
        assert lines[int(number) - 1].rstrip().endswith('""'), "only the words are missing"
    before = path.read_text("utf-8")
    for taken in ("brand-new", "visit-list", "visit"):
        again = run_script("new.py", kind.command, taken, *arguments, "--root", sample)
        assert again.code == 1
        assert "Nothing written" in again.err
        # An item that can't be read yet is known by its file.
        assert "ids are never used twice" in again.err or "is already there" in again.err
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize("page_type", ["phase", "activity"])
def test_new_writes_both_twins_from_the_contract(sample: Path, page_type: str) -> None:
    arguments = ("--phase", "design", "--roles", "key-user", "--owner", "key-user")
    result = run_script("new.py", page_type, "a-page", *arguments, "--root", sample)
    assert result.code == 0, result.err
    check = run_script("check.py", "--root", sample)
    # Words, items and a line in the navigation are missing, and nothing else.
    assert set(re.findall(r"docs/../design/.*\[([\w-]+)\]", check.out)) <= {
        "schema", "section-unwritten",
    }  # fmt: skip
    assert "twin-" not in check.out
    assert "[nav-missing]" in check.out


def test_new_names_every_reason_for_refusing(sample: Path) -> None:
    result = run_script(
        "new.py", "activity", "Bad_Id", "--phase", "later", "--roles", "boss", "--root", sample
    )
    assert result.code == 1
    for reason in ("'Bad_Id' is no id", "'later' is no phase", "'boss' is no role"):
        assert reason in result.err
    assert not list(sample.rglob("*Bad_Id*"))


def test_a_published_id_is_never_given_again(sample: Path) -> None:
    ledger = sample / "docs/library/published-ids.txt"
    ledger.write_text("checklist/gone-long-ago\n")
    result = run_script("new.py", "interview", "gone-long-ago", "--root", sample)
    assert result.code == 1
    assert "taken by checklist/gone-long-ago" in result.err

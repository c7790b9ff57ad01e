"""Items as sheets, and sheets as files: whole, harmless, the same each time."""

from __future__ import annotations

import csv
import ctypes.util
import functools
import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook

from macros.contracts.sheet import SHEET_LANGUAGES, Column, Group, Row, Sheet
from macros.files import downloads as of_downloads
from macros.files.downloads import downloads
from macros.files.of_item import sheet
from macros.files.writers import excel, formats, missing, pdf, table, word, writers
from macros.kinds import kinds
from tests.support import options
from tests.support import sample_content as content

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "=cmd|' /C x'!A1"]


@functools.cache
def library():
    return content().library


def entry(kind: str):
    """The shortest item of a kind: what a file is made of doesn't hang on its length."""
    return min(library().of_kind(kind), key=lambda one: len(str(one.item)))


def made(kind: str, language: str = "en") -> Sheet:
    return sheet(entry(kind), library(), language, "1.0")


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("language", SHEET_LANGUAGES)
def test_every_kind_is_a_sheet(kind: str, language: str) -> None:
    item, result = entry(kind).item, made(kind, language)
    rows = [row for group in result.groups for row in group.rows]
    for group in result.groups:
        assert all(len(row.cells) == len(group.columns) for row in group.rows)
        assert bool(group.text) != bool(group.columns)
    # A training plan's sessions, objectives, a meeting's rules and a card have no row of their own;
    # every other line has one, with its permanent id.
    ids = {row.id for row in rows if row.id}
    assert ids <= set(item.line_ids())
    texts = {"training_plan": 0.5, "meeting_kit": 0.6, "quiz": 0.2, "job_aid": 0}
    assert len(ids) >= texts.get(kind, 1) * len(list(item.line_ids()))
    words = str(result)
    if language in ("en", "both"):
        assert item.summary.en in words
    if language in ("zh", "both"):
        assert item.summary.zh in words


# PDF files take seconds: tests/build/test_pdf.py.
@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("writer", (word, excel, table), ids=lambda writer: writer.SUFFIX)
def test_the_same_sheet_gives_the_same_bytes(kind: str, writer) -> None:
    result = made(kind, "both")
    content = writer.write(result)
    assert content == writer.write(result)
    if writer.SUFFIX in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            assert {info.date_time[0] for info in packed.infolist()} == {1980}
            core = packed.read("docProps/core.xml").decode()
        assert not re.search(r"20\d\d-\d\d-\d\dT", core)
        assert "python" not in core.lower()
        assert f"{result.kind}/{result.id}" in core


def hostile() -> Sheet:
    columns = (Column("=head", "text"), Column("n", "fill"), Column("s", "status"))
    rows = tuple(Row((text, text, "open"), f"c{n:02}") for n, text in enumerate(HOSTILE))
    return replace(made("checklist"), title="=1+1", groups=(Group("=1+1", columns, rows),))


def test_no_text_becomes_a_formula() -> None:
    book = load_workbook(io.BytesIO(excel.write(hostile())))
    formulas = [
        (page.title, cell.coordinate)
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) == 1  # the progress, which is ours
    page = book.worksheets[1]
    assert [page.cell(n + 2, 2).value for n in range(len(HOSTILE))] == HOSTILE
    rows = csv.reader(io.StringIO(table.write(hostile()).decode("utf-8-sig")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_workbook_can_be_worked_in() -> None:
    book = load_workbook(io.BytesIO(excel.write(made("checklist"))))
    page = book.worksheets[1]
    item = entry("checklist").item
    assert [cell.value for cell in page["A"]][1:] == list(item.line_ids())
    assert page.column_dimensions["A"].hidden
    assert page.print_title_rows == "$1:$1"
    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref
    (rule,) = page.data_validations.dataValidation
    assert rule.formula1 == '"open,done,doesn\'t apply"'
    assert book["playbook"].sheet_state == "veryHidden"
    facts = {row[0].value: row[1].value for row in book["playbook"].iter_rows()}
    assert facts["item"] == f"checklist/{item.id}"
    assert book.properties.title == item.title.en
    assert book.properties.creator == library().labels["site-name"].en


def test_a_register_keeps_its_choices() -> None:
    item = next(e for e in library().of_kind("register") if e.item.id == "issue-list")
    book = load_workbook(io.BytesIO(excel.write(sheet(item, library(), "zh", ""))))
    rules = book.worksheets[1].data_validations.dataValidation
    choices = [column for column in item.item.columns if column.type == "choice"]
    assert {rule.formula1 for rule in rules} == {
        '"' + ",".join(value.text.zh for value in column.values) + '"' for column in choices
    }


def test_a_document_has_real_controls() -> None:
    content = word.write(made("checklist"))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        xml = packed.read("word/document.xml").decode()
        styles = packed.read("word/styles.xml").decode()
    lines = list(entry("checklist").item.line_ids())
    assert xml.count("<w14:checkbox") == len(lines)
    assert xml.count("<w:date>") == len(lines)
    for line in lines:
        assert f'<w:tag w:val="{line}"/>' in xml
    assert "w:tblHeader" in xml
    assert 'w:eastAsia="Noto Sans CJK SC"' in styles
    document = Document(io.BytesIO(content))
    assert document.core_properties.title == entry("checklist").item.title.en
    widths = [cell.width for cell in document.tables[1].rows[1].cells]
    assert len(set(widths)) > 3


def test_files_are_made_once_and_again_when_the_item_changes(tmp_path, monkeypatch) -> None:
    calls: list[str] = []
    write = word.write
    monkeypatch.setattr(word, "write", lambda s: (calls.append(s.language), write(s))[1])
    told = replace(options(version="1.0"), cache=tmp_path)
    first = downloads(entry("script"), library(), "en", told)
    again = downloads(entry("script"), library(), "en", told)
    assert [one.content for one in first] == [one.content for one in again]
    assert calls == ["en", "both"]
    assert {one.language for one in first} == {"en", "both"}
    downloads(entry("script"), library(), "en", replace(told, version="1.1"))
    assert calls == ["en", "both"] * 2
    # The other version's files stay: a build of it would make all of them again.
    downloads(entry("script"), library(), "en", told)
    assert calls == ["en", "both"] * 2


def test_another_library_or_font_makes_files_anew(tmp_path, monkeypatch) -> None:
    told = replace(options(), cache=tmp_path, formats=("docx",))
    downloads(entry("script"), library(), "en", told)
    made = {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr(of_downloads, "installed", lambda name: "99")
    of_downloads._makers.cache_clear()
    try:
        downloads(entry("script"), library(), "en", told)
    finally:
        of_downloads._makers.cache_clear()
    assert made.isdisjoint({path.name for path in tmp_path.iterdir()} - made)
    assert len(list(tmp_path.iterdir())) == 2 * len(made)


def test_a_machine_without_pango_still_builds_and_says_what_is_missing(monkeypatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    pdf.missing.cache_clear()
    try:
        assert missing() == {"PDF": "the Pango library (libpango-1.0-0)"}
        assert "pdf" not in [writer.SUFFIX for writer in writers()]
        assert len(writers()) == len(formats()) - 1
    finally:
        pdf.missing.cache_clear()

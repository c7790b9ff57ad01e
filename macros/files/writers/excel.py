"""Excel: an overview, and a worksheet for each kind of table, ready to be worked in."""

from __future__ import annotations

import io
import itertools
import math
import re
import unicodedata
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from macros.contracts.sheet import STATUSES, Column, Group, Row, Sheet, one_line
from macros.files.writers import strip_times

SUFFIX, NAME = "xlsx", "Excel"
LIBRARIES = ("openpyxl",)
SCHEMA = 1  # of the hidden sheet and column by which a filled file is known again
WIDTH = 120  # characters across, shared out among the columns
INK = "14324A"
SIZE = 10
BODY, BOLD = Font(name="Arial", size=SIZE), Font(name="Arial", size=SIZE, bold=True, color=INK)
HEAD = PatternFill("solid", fgColor="E4EBF0")
LINE = Border(bottom=Side("thin", color="BFC7CE"))
TOP = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True)
class Table:
    """A worksheet of rows: where the status is, and what a workspace keeps of it."""

    name: str
    status: str  # a range such as $C$2:$C$15, or empty
    columns: tuple[tuple[str, Column], ...]  # by letter: those that a workspace keeps


def write(sheet: Sheet) -> bytes:
    """The sheet as a workbook, the same bytes each time."""
    book = Workbook()
    front = book.active
    front.title = _name(sheet.words["overview"], book)
    tables = [_table(book, sheet, groups) for groups in _alike(sheet)]
    _overview(front, sheet, [table for table in tables if table.status])
    _identity(book, sheet, tables)
    for page in book.worksheets:
        page.page_setup.paperSize = page.PAPERSIZE_A4
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.oddFooter.left.text = f"{_footer(sheet.title)} · {_footer(sheet.version)}"
        page.oddFooter.right.text = "&P / &N"
    book.properties.title = one_line(sheet.title)
    book.properties.creator = book.properties.lastModifiedBy = sheet.source
    book.properties.identifier = f"{sheet.kind}/{sheet.id}"
    book.properties.version = sheet.version
    book.properties.language = sheet.language
    target = io.BytesIO()
    book.save(target)
    return strip_times(target.getvalue())


def _footer(text: str) -> str:
    # An ampersand begins a code in a footer.
    return one_line(text).replace("&", "&&")


def _alike(sheet: Sheet) -> list[list[Group]]:
    """The groups with columns, those with the same columns together."""
    with_columns = [group for group in sheet.groups if group.columns]
    return [list(found) for _, found in itertools.groupby(with_columns, lambda g: g.columns)]


def _name(title: str, book: Workbook) -> str:
    # What Excel allows: 31 characters, none of these, and no name twice.
    plain = re.sub(r"[\[\]:*?/\\\n']", " ", title).strip()[:26] or "-"
    taken = {page.title.lower() for page in book.worksheets}
    numbered = (f"{plain} {n}" for n in itertools.count(2))
    return next(
        name for name in (plain, *itertools.islice(numbered, 50)) if name.lower() not in taken
    )


def _put(page: Worksheet, row: int, column: int, value: str | int | float):
    cell = page.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        # Our texts are never formulas, whatever they begin with.
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
    cell.alignment, cell.font = TOP, BODY
    return cell


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column `width` Latin characters wide."""
    wide = (
        sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
        for line in text.split("\n")
    )
    return sum(max(1, math.ceil(1.1 * one / max(width, 1))) for one in wide)


def _fit(page: Worksheet, across: float | None = None) -> None:
    """Make rows as high as their texts: not every program does so by itself."""
    for row in page.iter_rows():
        needed = 1
        for cell in row:
            if isinstance(cell.value, str) and cell.data_type == "s":
                width = page.column_dimensions[cell.column_letter].width
                # The first rows of the overview run across both of its columns.
                across_here = across if across and cell.row < 3 else width
                size = (cell.font.size or SIZE) / SIZE
                needed = max(needed, size * _lines(cell.value, across_here / size))
        page.row_dimensions[row[0].row].height = 4 + 13 * needed


def _table(book: Workbook, sheet: Sheet, groups: list[Group]) -> Table:
    """A worksheet for groups of the same columns."""
    columns = groups[0].columns
    parts = len(groups) > 1
    page = book.create_sheet(_name(groups[0].title, book))
    heads = ["id", *([sheet.words["part"]] if parts else []), *(column.title for column in columns)]
    for place, head in enumerate(heads, 1):
        cell = _put(page, 1, place, head)
        cell.font, cell.fill = BOLD, HEAD
    first = len(heads) - len(columns) + 1
    number = 1
    for group in groups:
        for row in group.rows:
            number += 1
            _put(page, number, 1, row.id)
            if parts:
                _put(page, number, 2, group.title)
            _fill(page, number, first, row, sheet, columns)
    page.column_dimensions["A"].hidden = True
    if parts:
        page.column_dimensions["B"].width = 18
    total = sum(column.width for column in columns)
    for place, column in enumerate(columns, first):
        page.column_dimensions[get_column_letter(place)].width = max(
            8, WIDTH * column.width / total
        )
    _fit(page)
    page.freeze_panes = page.cell(2, first)
    page.print_title_rows = "1:1"
    page.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{max(number, 2)}"
    page.page_setup.orientation = "landscape"
    lettered = ((get_column_letter(place), column) for place, column in enumerate(columns, first))
    fields = tuple((letter, column) for letter, column in lettered if column.field)
    return Table(page.title, _add_validation(page, sheet, columns, first, number), fields)


def _fill(page: Worksheet, number: int, first: int, row: Row, sheet: Sheet, columns) -> None:
    for place, (column, value) in enumerate(zip(columns, row.cells, strict=True), first):
        if column.kind == "status":
            value = sheet.statuses[STATUSES.index(value)]
        cell = _put(page, number, place, value)
        cell.border = LINE
        if column.kind == "date":
            cell.number_format = "yyyy-mm-dd"


def _choice(value: str) -> str:
    # A comma would part it in the list that Excel offers.
    return value.replace(",", " ")


def _add_validation(page: Worksheet, sheet: Sheet, columns, first: int, last: int) -> str:
    """Give columns of choices their lists. Returns the range of the status, if there is one."""
    status = ""
    for place, column in enumerate(columns, first):
        letter = get_column_letter(place)
        reach = f"{letter}2:{letter}{max(last, 2)}"
        shown = [_choice(value) for _, value in column.values]
        values = sheet.statuses if column.kind == "status" else shown
        if values:
            # Excel takes at most 255 characters.
            listed = ",".join(values)
            if len(listed) <= 255:
                rule = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
                page.add_data_validation(rule)
                rule.add(reach)
        if column.kind == "status":
            status = f"${letter}$2:${letter}${max(last, 2)}"
    return status


def _overview(page: Worksheet, sheet: Sheet, tables: list[Table]) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 84
    _put(page, 1, 1, sheet.title).font = Font(name="Arial", size=16, bold=True, color=INK)
    page.merge_cells("A1:B1")
    _put(page, 2, 1, sheet.summary)
    page.merge_cells("A2:B2")
    rows = [*sheet.facts, *((label, "") for label in sheet.form)]
    texts = [(group.title, group.text) for group in sheet.groups if group.text]
    number = 3
    for label, value in rows + texts:
        number += 1
        _put(page, number, 1, label).font = BOLD
        _put(page, number, 2, value).border = LINE
    if tables:
        number += 2
        _put(page, number, 1, sheet.words["progress"]).font = BOLD
        done, na = (sheet.statuses[STATUSES.index(name)] for name in ("done", "na"))
        count = "+".join
        where = [f"'{table.name}'!{table.status}" for table in tables]
        finished = count(f'COUNTIF({reach},"{done}")' for reach in where)
        apply = count(f'ROWS({reach})-COUNTIF({reach},"{na}")' for reach in where)
        cell = page.cell(number, 2)
        cell.value = f"=IF(({apply})=0,0,({finished})/({apply}))"
        cell.number_format, cell.alignment = "0%", Alignment(horizontal="left")
        cell.font = BOLD
    _fit(page, across=110)


def _identity(book: Workbook, sheet: Sheet, tables: list[Table]) -> None:
    """The hidden sheet by which a filled file is read again: overrides/…/workbook.js does."""
    page = book.create_sheet("playbook")
    rows = [
        ("schema", SCHEMA),
        ("item", f"{sheet.kind}/{sheet.id}"),
        ("language", sheet.language),
        ("version", sheet.release),
        *(("status", name, shown) for name, shown in zip(STATUSES, sheet.statuses, strict=True)),
    ]
    for table in tables:
        for letter, column in table.columns:
            rows.append(("column", table.name, letter, column.field, column.title, column.kind))
            for name, shown in column.values:
                rows.append(("value", table.name, letter, name, _choice(shown)))
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            _put(page, number, place, value)
    page.sheet_state = "veryHidden"

"""Word: a document to read, print and fill in, with real content controls."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Doc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell

from macros.contracts.sheet import LOCALES, Column, Group, Row, Sheet, one_line
from macros.files.writers import strip_times

SUFFIX, NAME = "docx", "Word"
LIBRARIES = ("python-docx", "lxml")
WIDTH = 17.4  # centimetres between the margins of an A4 sheet
INK = RGBColor(0x14, 0x32, 0x4A)
SOFT = RGBColor(0x5B, 0x66, 0x70)
TABLES = ("TableNormal", "TableGrid")
LATIN, CHINESE = "Arial", "Noto Sans CJK SC"
TICK = "http://schemas.microsoft.com/office/word/2010/wordml"


def write(sheet: Sheet) -> bytes:
    """The sheet as a document, the same bytes each time."""
    document = _empty()
    _page(document, sheet)
    heading = document.add_paragraph()
    _run(heading, sheet.title, size=20, bold=True, colour=INK)
    _run(document.add_paragraph(), sheet.summary, size=11, colour=SOFT)
    facts = [Row(fact) for fact in sheet.facts] + [Row((label, "")) for label in sheet.form]
    _table(document, (Column("", width=25), Column("", "fill", 75)), facts, sheet, heads=False)
    for group in sheet.groups:
        _group(document, group, sheet)
    properties = document.core_properties
    properties.title = one_line(sheet.title)
    properties.author = properties.last_modified_by = sheet.source
    properties.identifier = f"{sheet.kind}/{sheet.id}"
    properties.version = sheet.version
    properties.language = LOCALES[sheet.language]
    properties.comments = ""
    target = io.BytesIO()
    document.save(target)
    return strip_times(target.getvalue())


def _empty() -> Doc:
    """The library's template without what this document never uses, three quarters of it."""
    document = Document()
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                owner.rels.pop(key)
    styles = document.styles.element
    for style in list(styles):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in TABLES:
            styles.remove(style)
    return document


def _page(document: Doc, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
    style = document.styles["Normal"]
    style.font.name, style.font.size = LATIN, Pt(9.5)
    style.paragraph_format.space_after = Pt(4)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # Without a font of their own, Chinese characters fall back to whatever is there.
    fonts.set(qn("w:eastAsia"), CHINESE)
    footer = section.footer.paragraphs[0]
    title = one_line(sheet.title)
    _run(footer, f"{title} · {sheet.version} · {sheet.source}    ", size=7.5, colour=SOFT)
    _field(footer, "PAGE")
    _run(footer, " / ", size=7.5, colour=SOFT)
    _field(footer, "NUMPAGES")


def _field(paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _run(paragraph, text: str, size: float = 9.5, bold: bool = False, colour=None) -> None:
    for number, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.font.size, run.bold = Pt(size), bold
        if colour is not None:
            run.font.color.rgb = colour


def _group(document: Doc, group: Group, sheet: Sheet) -> None:
    heading = document.add_paragraph()
    heading.paragraph_format.space_before = Pt(10)
    heading.paragraph_format.keep_with_next = True
    _run(heading, group.title, size=12, bold=True, colour=INK)
    if group.text:
        _run(document.add_paragraph(), group.text)
    if group.columns:
        _table(document, group.columns, group.rows, sheet)


def _table(document: Doc, columns, rows, sheet: Sheet, heads: bool = True) -> None:
    table = document.add_table(rows=len(rows) + heads, cols=len(columns))
    table.style = "Table Grid"
    table.autofit = False  # LibreOffice knows no widths otherwise
    _thin(table)
    total = sum(column.width for column in columns)
    widths = [Cm(WIDTH * column.width / total) for column in columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    lines = _cells(table)
    if heads:
        for cell, column, width in zip(next(lines), columns, widths, strict=True):
            cell.width = width
            _run(cell.paragraphs[0], column.title, size=8, bold=True, colour=INK)
            _shade(cell)
        _repeat(table.rows[0]._tr)
    for row in rows:
        for cell, column, width, value in zip(next(lines), columns, widths, row.cells, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            _value(cell, column, value, row.id, sheet)
    for row in table._tbl.tr_lst:
        _whole(row)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _thin(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "BFC7CE")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    table._tbl.tblPr.append(borders)


def _cells(table: Table) -> Iterator[list[_Cell]]:
    # Asking the table for each row's cells anew costs the square of its rows.
    every = table._cells
    wide = len(table.columns)
    yield from (every[start : start + wide] for start in range(0, len(every), wide))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E4EBF0")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _whole(row) -> None:
    row.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _value(cell: _Cell, column: Column, value, line_id: str, sheet: Sheet) -> None:
    paragraph = cell.paragraphs[0]
    if column.kind in ("text", "number"):
        _run(paragraph, f"{value:,}" if isinstance(value, float | int) else value)
        return
    shown = {"status": "☐", "date": "", "choice": value, "fill": value}[column.kind]
    _control(paragraph, column, str(shown), line_id)


def _control(paragraph, column: Column, shown: str, line_id: str) -> None:
    """Put a content control around what a reader fills in; its tag names the line."""
    control, settings, content = (
        OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent")
    )
    for name, value in (("alias", one_line(column.title)[:60]), ("tag", line_id)):
        if value:
            entry = OxmlElement(f"w:{name}")
            entry.set(qn("w:val"), value)
            settings.append(entry)
    settings.append(_kind(column))
    _run(paragraph, shown or "\u2003", size=11 if column.kind == "status" else 9.5)
    for run in list(paragraph._p.r_lst):
        content.append(run)
    control.append(settings)
    control.append(content)
    paragraph._p.append(control)


def _kind(column: Column):
    if column.kind == "status":
        box = OxmlElement("w14:checkbox", nsdecls={"w14": TICK})
        for name, value, font in (
            ("checked", "0", None),
            ("checkedState", "2612", "MS Gothic"),
            ("uncheckedState", "2610", "MS Gothic"),
        ):
            state = OxmlElement(f"w14:{name}", nsdecls={"w14": TICK})
            state.set(f"{{{TICK}}}val", value)
            if font:
                state.set(f"{{{TICK}}}font", font)
            box.append(state)
        return box
    if column.kind == "date":
        date = OxmlElement("w:date")
        pattern = OxmlElement("w:dateFormat")
        pattern.set(qn("w:val"), "yyyy-MM-dd")
        date.append(pattern)
        return date
    if column.kind == "choice":
        choice = OxmlElement("w:dropDownList")
        for _, value in column.values:
            item = OxmlElement("w:listItem")
            item.set(qn("w:displayText"), value)
            item.set(qn("w:value"), value)
            choice.append(item)
        return choice
    text = OxmlElement("w:text")
    text.set(qn("w:multiLine"), "1")
    return text

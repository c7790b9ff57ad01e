"""PDF: a tagged document to print, or to fill in on a screen."""

from __future__ import annotations

import ctypes.util
import functools
import logging
from collections.abc import Iterator
from html import escape
from pathlib import Path

from macros.contracts.sheet import LOCALES, Column, Group, Row, Sheet, one_line

SUFFIX, NAME = "pdf", "PDF"
LIBRARIES = ("weasyprint", "pydyf", "fonttools")
WIDEST = 5  # more columns than these stand on a sheet turned on its side
FONT = (Path(__file__).with_name("fonts") / "NotoSansSC-Regular.otf").as_uri()
STYLE = """
@font-face { font-family: Playbook; src: url(%(font)s); }
@page {
  size: %(size)s; margin: 16mm 14mm 16mm;
  @bottom-left { content: string(foot); color: #5b6670; font-size: 7.5pt; }
  @bottom-right { content: counter(page) " / " counter(pages); color: #5b6670; font-size: 7.5pt; }
}
html { color: #1c2730; font: 9pt/1.35 Playbook, sans-serif; }
.foot { position: absolute; string-set: foot content(); visibility: hidden; }
h1 { border-bottom: 1pt solid #14324a; color: #14324a; font-size: 18pt; line-height: 1.2;
  margin: 0 0 2mm; padding-bottom: 1.5mm; }
h1, h2, th { font-weight: normal; }  /* one weight: a second font doubles the file */
h2 { break-after: avoid; color: #14324a; font-size: 11.5pt; margin: 5mm 0 1.5mm; }
p { margin: 0 0 3mm; }
table { border-collapse: collapse; table-layout: fixed; width: 100%%; }
tr { break-inside: avoid; }
th, td { border: .4pt solid #9aa6af; box-sizing: border-box; overflow-wrap: anywhere;
  padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
th { background: #e4ebf0; }
.facts th { width: 24%%; }
.tick { text-align: center; }
.field { padding: 0; }
input, select { background: none; border: 0; display: block; font-size: 9pt; height: 6mm;
  width: 100%%; }
.tick input { border: .6pt solid #14324a; display: inline-block; height: 4mm; width: 4mm; }
"""


@functools.cache
def missing() -> str:
    """What is missing for this format on this machine; empty when it can be written."""
    return "" if ctypes.util.find_library("pango-1.0") else "the Pango library (libpango-1.0-0)"


def write(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF with fields, the same bytes each time."""
    # It loads Pango, which only this format needs.
    from weasyprint import HTML
    from weasyprint.pdf.fonts import Font

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    # The library embeds the whole font of a field, 15 MB for a Chinese one; the fields take
    # a font of the reader's instead, see _fields.
    Font.used_in_forms = property(lambda font: False, lambda font, used: None)
    return HTML(string="".join(_page(sheet))).write_pdf(
        pdf_forms=True, pdf_tags=True, finisher=_fields
    )


def _fields(document, pdf) -> None:
    """Let each field be written in Helvetica, which every reader has and completes."""
    import pydyf

    helvetica = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type1",
            "BaseFont": "/Helvetica",
            "Encoding": "/WinAnsiEncoding",
        }
    )
    pdf.add_object(helvetica)
    form = pdf.catalog["AcroForm"]
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({"Helv": helvetica.reference})})
    form["DA"] = pydyf.String("/Helv 9 Tf 0 g")
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and "DA" in thing:
            thing["DA"] = pydyf.String("/Helv 9 Tf 0 g")


def _page(sheet: Sheet) -> Iterator[str]:
    wide = any(len(group.columns) > WIDEST for group in sheet.groups)
    title = one_line(sheet.title)
    foot = f"{title} · {sheet.version} · {sheet.source}"
    yield f'<html lang="{LOCALES[sheet.language]}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title>"
    for name, value in (
        ("author", sheet.source),
        ("description", f"{sheet.kind}/{sheet.id}"),
        ("keywords", f"{sheet.kind}/{sheet.id}, {sheet.version}, {sheet.language}"),
    ):
        yield f'<meta name="{name}" content="{escape(value)}">'
    size = "A4 landscape" if wide else "A4"
    yield f"<style>{STYLE % {'size': size, 'font': FONT}}</style></head><body>"
    yield f'<div class="foot">{escape(foot)}</div>'
    yield f"<h1>{_text(sheet.title)}</h1><p>{_text(sheet.summary)}</p>"
    yield '<table class="facts">'
    for name, value in sheet.facts:
        yield f'<tr><th scope="row">{_text(name)}</th><td>{_text(value)}</td></tr>'
    for number, label in enumerate(sheet.form, 1):
        field = _input("text", f"form-{number}", label)
        yield f'<tr><th scope="row">{_text(label)}</th><td class="field">{field}</td></tr>'
    yield "</table>"
    for number, group in enumerate(sheet.groups, 1):
        yield from _group(group, number)
    yield "</body></html>"


def _text(value: object) -> str:
    shown = f"{value:,}" if isinstance(value, float | int) else str(value)
    return escape(shown).replace("\n", "<br>")


def _group(group: Group, number: int) -> Iterator[str]:
    yield f"<h2>{_text(group.title)}</h2>"
    if group.text:
        yield f"<p>{_text(group.text)}</p>"
    if not group.columns:
        return
    total = sum(column.width for column in group.columns)
    yield "<table><thead><tr>"
    for column in group.columns:
        share = round(100 * column.width / total, 1)
        yield f'<th scope="col" style="width: {share}%">{_text(column.title)}</th>'
    yield "</tr></thead><tbody>"
    for place, row in enumerate(group.rows, 1):
        name = row.id or f"g{number}-r{place}"
        yield f"<tr>{''.join(_cells(group.columns, row, name))}</tr>"
    yield "</tbody></table>"


def _cells(columns: tuple[Column, ...], row: Row, name: str) -> Iterator[str]:
    for place, (column, value) in enumerate(zip(columns, row.cells, strict=True), 1):
        field = f"{name}-{place}"
        if column.kind == "status":
            yield f'<td class="tick">{_input("checkbox", field, column.title)}</td>'
        elif column.kind == "choice":
            yield f'<td class="field">{_choice(column, field)}</td>'
        elif column.kind in ("date", "fill"):
            yield f'<td class="field">{_input("text", field, column.title)}</td>'
        else:
            yield f"<td>{_text(value)}</td>"


def _input(kind: str, name: str, title: str) -> str:
    said = escape(one_line(title))
    return f'<input type="{kind}" name="{name}" title="{said}">'


def _choice(column: Column, name: str) -> str:
    options = "".join(f"<option>{escape(text)}</option>" for _, text in (("", ""), *column.values))
    said = escape(one_line(column.title))
    return f'<select name="{name}" title="{said}">{options}</select>'

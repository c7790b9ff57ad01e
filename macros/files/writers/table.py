"""CSV: every row of a sheet, for programs that read nothing else."""

from __future__ import annotations

import csv
import io

from macros.contracts.sheet import STATUSES, Sheet

SUFFIX, NAME = "csv", "CSV"
LIBRARIES: tuple[str, ...] = ()
# A cell that begins so is a formula to a spreadsheet program (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def disarm(value: str | int | float) -> str | int | float:
    """A cell that no program takes for a formula: an apostrophe before it makes it text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def write(sheet: Sheet) -> bytes:
    """The groups one below the other, each with its heads; with the mark Excel knows UTF-8 by."""
    target = io.StringIO(newline="")
    out = csv.writer(target)
    names: dict[object, str] = dict(zip(STATUSES, sheet.statuses, strict=True))
    for row in ((sheet.title,), (sheet.summary,), *sheet.facts):
        out.writerow([disarm(cell) for cell in row])
    for group in sheet.groups:
        out.writerow([])
        out.writerow([disarm(group.title)])
        if group.text:
            out.writerow([disarm(group.text)])
        if group.columns:
            out.writerow(["id", *(disarm(column.title) for column in group.columns)])
        for row in group.rows:
            cells = (
                names[cell] if column.kind == "status" else cell
                for column, cell in zip(group.columns, row.cells, strict=True)
            )
            out.writerow([row.id, *(disarm(cell) for cell in cells)])
    return target.getvalue().encode("utf-8-sig")

"""PDF files of every kind: whole, small, and the same each time."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from macros.files.writers import pdf
from macros.kinds import kinds
from tests.fast.test_sheets import made


@pytest.mark.parametrize("kind", kinds())
def test_a_pdf_is_tagged_and_can_be_filled_in(kind: str) -> None:
    result = made(kind, "both")
    content = pdf.write(result)
    assert content == pdf.write(result)
    assert len(content) < 200_000  # the fonts hold only what stands there
    document = PdfReader(io.BytesIO(content))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    headings = str(root["/StructTreeRoot"]["/K"])
    assert headings
    fields = document.get_fields()
    assert len(fields) >= len(result.form)
    cells = [
        column.kind
        for group in result.groups
        for row in group.rows
        for column in group.columns
        if column.kind in ("status", "choice", "date", "fill")
    ]
    assert len(fields) == len(result.form) + len(cells)
    kinds = [field["/FT"] for field in fields.values()]
    assert kinds.count("/Btn") == cells.count("status")
    assert kinds.count("/Ch") == cells.count("choice")
    assert document.metadata.title == result.title.replace("\n", " / ")
    assert document.metadata.author == result.source
    assert f"{result.kind}/{result.id}" in document.metadata.keywords
    assert document.metadata.creation_date is None

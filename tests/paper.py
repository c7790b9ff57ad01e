"""Printed sheets as other programs read them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import zxingcpp


def pdf_text(data: bytes, order: str = "-layout") -> str:
    """The text of a PDF as another program reads it, without white space.

    In the order of the sheet, line by line; with "-raw" in the order of the page's source.
    """
    command = ["pdftotext", order, "-", "-"]
    result = subprocess.run(command, input=data, capture_output=True, check=True)
    return re.sub(r"\s", "", result.stdout.decode())


def sheet_texts(pdf: bytes) -> list[str]:
    """The text of each sheet of a PDF, and an empty one at the end."""
    command = ["pdftotext", "-raw", "-", "-"]
    result = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return result.stdout.decode().split("\f")


def scanned(pdf: bytes, folder: Path) -> list[str]:
    """What a scanner reads from a printed PDF, sheet by sheet."""
    (folder / "sheet.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", "110", "sheet.pdf", "sheet"]
    subprocess.run(command, cwd=folder, check=True)
    found = []
    for picture in sorted(folder.glob("sheet-*.pgm")):
        data = picture.read_bytes()
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        width, height = (int(number) for number in head.groups())
        pixels = memoryview(data[head.end() :]).cast("B", (height, width))
        found += [code.text for code in zxingcpp.read_barcodes(pixels)]
        picture.unlink()
    return found

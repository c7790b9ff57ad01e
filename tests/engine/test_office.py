"""LibreOffice opens what we write, and finds in it what the item says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from macros.files.of_item import sheet
from macros.files.writers import excel, pdf, word
from macros.kinds import kinds
from tests.support import sample_content as content


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of each kind and format as LibreOffice shows it, as PDF."""
    folder = tmp_path_factory.mktemp("office")
    library = content().library
    for number, kind in enumerate(kinds()):
        language = ("en", "zh", "both")[number % 3]
        made = sheet(library.of_kind(kind)[0], library, language, "1.0")
        for writer in (word, excel):
            (folder / f"{kind}-{writer.SUFFIX}.{writer.SUFFIX}").write_bytes(writer.write(made))
        (folder / f"{kind}-pdf.pdf").write_bytes(pdf.write(made))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sorted(folder.glob("*.*x"))),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_each_kind_opens_whole(opened: Path, kind: str, suffix: str) -> None:
    pdf = opened / f"{kind}-{suffix}.pdf"
    assert pdf.exists()
    command = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    text = re.sub(r"\s", "", text)
    item = content().library.of_kind(kind)[0].item
    language = ("en", "zh", "both")[list(kinds()).index(kind) % 3]
    for name in ("en", "zh") if language == "both" else (language,):
        for words in (item.title, item.summary, *(words for _, words in item.said())):
            # Long cells may be cut across pages; their beginning is enough.
            assert re.sub(r"\s", "", words[name])[:14] in text

"""Every kind in every format as a picture, to be looked at: see .cache/pictures."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from macros.files.of_item import sheet
from macros.files.writers import writers
from macros.kinds import kinds
from tests.support import ROOT, content

FOLDER = ROOT / ".cache" / "pictures"
LANGUAGES = ("en", "zh", "both")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page of the longest item of each kind, in each language and format."""
    work = tmp_path_factory.mktemp("pictures")
    library = content().library
    for kind in kinds():
        longest = max(library.of_kind(kind), key=lambda entry: len(entry.source.text))
        for language in LANGUAGES:
            made = sheet(longest, library, language, "1.0")
            for writer in writers(("docx", "xlsx", "pdf")):
                path = work / f"{kind}-{language}-{writer.SUFFIX}.{writer.SUFFIX}"
                path.write_bytes(writer.write(made))
    office = sorted(path for path in work.iterdir() if path.suffix != ".pdf")
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work)]
    subprocess.run([*convert, *map(str, office)], check=True, capture_output=True, timeout=900)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for path in sorted(work.glob("*.pdf")):
        command = ["pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*command, str(path), str(FOLDER / path.stem)], check=True)
    return FOLDER


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_something_on_it_and_keeps_its_margins(
    pictures: Path, kind: str, suffix: str, language: str
) -> None:
    grey = Image.open(pictures / f"{kind}-{language}-{suffix}.png").convert("L")
    box = grey.point(lambda value: 255 * (value < 200)).getbbox()
    assert box, "the page is empty"
    left, top, right, bottom = box
    assert min(left, top, grey.width - right, grey.height - bottom) > 10, "cut off at the edge"
    dark = sum(grey.histogram()[:128]) / (grey.width * grey.height)
    assert 0.001 < dark < 0.5

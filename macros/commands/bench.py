"""scripts/bench.py: what the playbook costs, as ratios to the plain theme in the same run."""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from macros.build.builder import Builder
from macros.commands.benchsites import write_ours, write_plain
from macros.content.site import load_site
from macros.contracts.fields import LANGUAGES
from macros.contracts.options import Options
from macros.files.downloads import downloads
from macros.files.of_item import sheet
from macros.files.writers import writers

OURS = """
import os, sys
from pathlib import Path
sys.path.insert(0, ".")
from macros.build.adapters.mkdocs_build import build_language
from macros.build.options import read_options
from macros.content.site import load_site
options = read_options(Path.cwd(), os.environ)
build_language(load_site(options.root), "en", Path("site"), options)
"""
PLAIN = """
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", site_dir="site"))
"""
TARGETS = {200: 1.15, 1000: 0.4}
KB = 1024


def run(options: Options, sizes: list[int], runs: int) -> int:
    """Measure everything and print it. Returns 0: a slow machine is no failure."""
    with tempfile.TemporaryDirectory(prefix="playbook-bench-") as folder:
        print("Build time, ours / plain theme on the same pages, pair by pair")
        for size in sizes:
            _build_times(options, Path(folder) / str(size), size, runs)
        print("\nThe playbook itself, both languages")
        _edits(options, Path(folder) / "real", runs)
        print("\nFiles to download, of all items in both languages and bilingual")
        _files(replace(options, cache=Path(folder) / "files"))
        print("\nTransferred bytes of a page, gzip, ours / plain theme on the same page")
        _weights(Path(folder) / str(sizes[0]))
    return 0


def _seconds(code: str, folder: Path) -> float:
    started = time.perf_counter()
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True
    )
    if result.returncode:
        sys.exit(f"The generated site could not be built:\n{result.stderr}")
    return time.perf_counter() - started


def _build_times(options: Options, folder: Path, size: int, runs: int) -> None:
    ours, plain = folder / "ours", folder / "plain"
    ours.mkdir(parents=True)
    write_ours(options.root, ours, size)
    write_plain(replace(options, root=ours), plain)
    _seconds(OURS, ours)  # files to download are kept from one build to the next
    pairs = [(_seconds(OURS, ours), _seconds(PLAIN, plain)) for _ in range(runs)]
    ratios = sorted(one / other for one, other in pairs)
    counts = {
        sum(1 for page in (side / "site").rglob("*.html") if page.name != "404.html")
        for side in (ours, plain)
    }
    if counts != {size}:
        sys.exit(f"{size} pages were wanted, built were {sorted(counts)}: ours, plain")
    target = f", target at most {TARGETS[size]}" if size in TARGETS else ""
    print(
        f"  {size:5} pages: {statistics.median(ratios):.2f} "
        f"({ratios[0]:.2f} to {ratios[-1]:.2f} in {runs} runs{target}; "
        f"plain {statistics.median(other for _, other in pairs):.1f} s)"
    )


def _edits(options: Options, folder: Path, runs: int) -> None:
    """Build the real content, then edit a page and an item; times against the whole build."""
    copy = folder / "project"
    for name in ("docs", "overrides"):
        shutil.copytree(options.root / name, copy / name)
    for file in options.root.glob("mkdocs*.yml"):
        shutil.copy(file, copy)
    site = load_site(copy)
    page = next(page.source for page in site.pages["en"].values() if page.sections)
    item = next(entry.source.path for entry in site.library.of_kind("checklist"))
    with Builder(replace(options, root=copy), folder / "site") as builder:

        def build() -> None:
            builder.build(load_site(copy))

        def build_whole() -> None:
            builder.forget()
            build()

        build()  # the workers import and load: not part of what an author waits for
        whole = statistics.median(_time(build_whole) for _ in range(runs))
        print(f"  whole build: {whole:.1f} s")
        for name, path, old, new in (
            ("a page", copy / page, "\n## ", "\nEdit {}.\n\n## "),
            ("a checklist", copy / item, "\nminutes: ", "\nminutes: 2{} # "),
        ):
            times: list[float] = []
            for number in range(runs):
                text = path.read_text("utf-8")
                path.write_text(text.replace(old, new.format(number), 1), "utf-8")
                times.append(_time(build))
                path.write_text(text, "utf-8")
                build()
            middle = statistics.median(times)
            print(f"  edit to refresh, {name}: {middle / whole:.2f} of it ({middle:.2f} s)")


def _files(options: Options) -> None:
    """Make all files, then find them all made; milliseconds and kilobytes of one by format."""
    library = load_site(options.root).library
    entries = library.entries.values()
    for writer in writers(options.formats):
        sheets = [sheet(entry, library, "en", "") for entry in entries]
        started = time.perf_counter()
        sizes = [len(writer.write(one)) for one in sheets]
        each = 1000 * (time.perf_counter() - started) / len(sheets)
        print(f"  {writer.NAME}: {each:.0f} ms, {statistics.mean(sizes) / KB:.0f} KB each")

    def everything() -> None:
        for language in LANGUAGES:
            for entry in entries:
                downloads(entry, library, language, options)

    cold, warm = _time(everything), _time(everything)
    print(f"  nothing changed: {warm / cold:.3f} of making all (target 0.1; all {cold:.1f} s)")


def _time(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _weights(folder: Path) -> None:
    for name in (
        "part-1/section-00/page-0001/index.html",
        "toolkit/checklists/item-0000/index.html",
    ):
        ours, plain = (_weight(folder / side / "site", name) for side in ("ours", "plain"))
        print(
            f"  {name}: {sum(ours.values()) / sum(plain.values()):.2f} (ours: "
            + ", ".join(f"{kind} {size / KB:.0f} KB" for kind, size in ours.items())
            + ")"
        )


def _weight(site: Path, name: str) -> dict[str, int]:
    """Compressed bytes of a page and all it loads, by kind of file."""
    sizes = {"page": _zipped_size(site / name)}
    loaded = re.findall(
        r'(?:src|href)="([^"]+\.(?:css|js|svg|png))"', (site / name).read_text("utf-8")
    )
    files = {(site / name).parent / address for address in loaded}
    files |= {site / "search/search_index.json", *(site / "assets").rglob("search.*.min.js")}
    for file in {file.resolve() for file in files if file.is_file()}:
        kind = "search" if "search" in file.name else file.suffix.lstrip(".")
        sizes[kind] = sizes.get(kind, 0) + _zipped_size(file)
    return dict(sorted(sizes.items()))


def _zipped_size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))

"""After an edit the site is what a build from nothing makes of the content, page for page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.build.builder import Builder
from macros.content.site import load_site
from macros.contracts.fields import LANGUAGES
from tests.support import edit, options, write_sample

EDITS = yaml.safe_load(Path(__file__).with_name("edits.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_sample(tmp_path_factory.mktemp("edited") / "sample", changeable=True)
    (root / "docs/library/our-system.yml").write_text("[]\n")
    return root


@pytest.fixture(scope="module")
def builder(root: Path) -> Iterator[Builder]:
    """A builder that goes on from edit to edit, as under serve."""
    (root / "site").mkdir()
    with Builder(options(root, formats=("csv",)), root / "site") as running:
        running.build(load_site(root))
        yield running


@pytest.fixture(scope="module")
def afresh(root: Path) -> Iterator[Builder]:
    """A builder that builds the whole site each time."""
    (root / "whole").mkdir()
    with Builder(options(root, formats=("csv",)), root / "whole") as running:
        yield running


def files(folder: Path) -> dict[str, bytes]:
    """Every file by its path. The sitemap's archive holds the time it was made, archives to
    download stay as they were while somebody writes, and an index may be in another order."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".gz", ".zip")
    }
    for language in LANGUAGES:
        name = f"{language}/search/search_index.json"
        docs = json.loads(found[name])["docs"]
        found[name] = "\n".join(sorted(json.dumps(d, sort_keys=True) for d in docs)).encode()
    return found


@pytest.mark.parametrize("change", EDITS, ids=lambda change: change["about"])
def test_no_page_is_stale(change: dict, root: Path, builder: Builder, afresh: Builder) -> None:
    """One edit after the other, each on top of those before."""
    most = change.get("pages")
    for one in change.get("edits", []):
        edit(root, one["file"], one["find"], one["put"])
    site = load_site(root)
    assert not site.findings
    pages = builder.build(site)
    afresh.forget()
    afresh.build(site)
    one, other = files(root / "site"), files(root / "whole")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    rendered = max(pages.values())
    assert rendered == len(site.pages["en"]) if most is None else rendered <= most

"""The built site: whole, in both languages, sound in every link, valid, self-contained."""

from __future__ import annotations

import gzip
import html
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import material
import pytest

from macros.build.policy import inline_scripts
from macros.contracts.fields import LANGUAGES
from macros.files.writers import writers
from tests.html import Document
from tests.support import ROOT, content

VNU = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"


@cache
def documents(site: Path) -> dict[str, Document]:
    """Every page by its path in the site."""
    return {
        path.relative_to(site).as_posix(): Document(path) for path in sorted(site.rglob("*.html"))
    }


def test_both_languages_have_the_same_pages(site: Path) -> None:
    pages = [
        {p.relative_to(site / name).as_posix() for p in (site / name).rglob("*.html")}
        for name in LANGUAGES
    ]
    assert pages[0] == pages[1]
    assert len(pages[0]) > 25


def test_every_line_of_every_item_stands_on_its_own_page(site: Path) -> None:
    for entry in content().library.entries.values():
        for language in LANGUAGES:
            page = documents(site)[f"{language}/{entry.url}index.html"]
            wanted = {f"{entry.item.id}-{line}" for line in entry.item.line_ids()}
            assert wanted <= set(page.ids)
            assert entry.item.title[language] in page.words


def test_owner_and_review_stand_on_every_page_of_ours(site: Path) -> None:
    for language, pages in content().pages.items():
        for path, page in pages.items():
            if path == "index.md":
                continue
            url = path.removesuffix(".md").removesuffix("index")
            built = documents(site)[f"{language}/{url.rstrip('/')}/index.html"]
            assert str(page.meta.reviewed) in built.words
            assert content().library.roles[page.meta.owner].name[language] in built.words


def test_nothing_but_the_site_is_published(site: Path) -> None:
    allowed = {
        ".html",
        ".css",
        ".js",
        ".map",
        ".svg",
        ".json",
        ".xml",
        ".gz",
        ".png",
        ".txt",
        ".ico",
        ".zip",
        *(f".{writer.SUFFIX}" for writer in writers()),
    }
    assert {path.suffix for path in site.rglob("*") if path.is_file()} <= allowed
    # Every item in every format, in the language of the site and in both.
    count = len(content().library.entries)
    for writer in writers():
        for language in LANGUAGES:
            for name in (language, "both"):
                found = (site / language / "toolkit").rglob(f"*.{name}.{writer.SUFFIX}")
                assert len(list(found)) == count
    licences = {"docx-LICENSE.txt", "fflate-LICENSE.txt", "write-excel-file-LICENSE.txt"}
    assert {p.name for p in site.rglob("*.txt")} == {"content-security-policy.txt"} | licences


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    broken = []
    for name, page in documents(site).items():
        for link in [*page.links, *page.resources]:
            parts = urlsplit(urljoin(f"http://site/{name}", link))
            if parts.scheme not in ("http", "https") or parts.netloc != "site":
                continue
            path = unquote(parts.path).lstrip("/")
            path += "index.html" if path.endswith("/") or not path else ""
            if name.endswith("404.html") and name != "404.html":
                continue  # served for any address; its links are the host's
            if not (site / path).is_file():
                broken.append(f"{name}: {link}")
            elif parts.fragment and path in documents(site):
                target = documents(site)[path]
                if unquote(parts.fragment) not in target.ids and parts.fragment != "__skip":
                    broken.append(f"{name}: {link} (no such anchor)")
    assert not broken


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    foreign = [
        f"{name}: {address}"
        for name, page in documents(site).items()
        for address in page.resources
        if urlsplit(address).netloc
    ]
    assert not foreign
    for sheet in site.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert "url(http" not in text and "@import" not in text, sheet


def test_no_script_or_style_of_ours_is_inline(site: Path) -> None:
    theme = Path(material.__file__).parent
    known = "".join(p.read_text("utf-8") for p in theme.rglob("templates/**/*.html"))
    for name, page in documents(site).items():
        assert not page.inline_styles, name
        assert not page.handlers, name
        for script in inline_scripts(page.path.read_text("utf-8")):
            # The theme's scripts hold an address in places; their last words identify them.
            assert script[-40:] in known, f"{name}: {script[:80]}"


def test_our_scripts_weigh_little(site: Path) -> None:
    # What a spreadsheet's reader needs is loaded only when a spreadsheet is brought.
    page = documents(site)["en/toolkit/checklists/kick-off/index.html"]
    ours = [name.rpartition("playbook/")[2] for name in page.resources if "playbook/" in name]
    scripts = [site / "en" / "playbook" / name for name in ours if name.endswith(".js")]
    assert len(scripts) > 5
    assert "workbook.js" not in ours
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 40 * 1024


def test_the_html_is_valid(site: Path) -> None:
    result = subprocess.run(
        ["java", "-jar", VNU, "--format", "json", "--skip-non-html", "--stdout", site],
        capture_output=True,
        text=True,
    )
    messages = json.loads(result.stdout)["messages"]
    shown = [
        f"{m['url'].removeprefix(f'file:{site}/')}:{m.get('lastLine')}: {m['message']}"
        for m in messages
    ]
    assert not shown, "\n".join(sorted(set(shown))[:40])


def test_chinese_is_segmented_and_items_are_found_once(site: Path) -> None:
    indexes = {
        name: json.loads((site / name / "search/search_index.json").read_text("utf-8"))["docs"]
        for name in LANGUAGES
    }
    assert any("\u200b关键\u200b" in doc["text"] for doc in indexes["zh"])
    line = "Follow one real case from trigger to end."
    places = [doc["location"] for doc in indexes["en"] if line in doc["text"]]
    assert places == ["toolkit/checklists/interview-round/#interview-round-during"]


def test_search_knows_only_words_that_were_written(site: Path) -> None:
    """Two neighbouring cells read as one word would hide both."""
    sources = [*(ROOT / "docs/library").rglob("*.yml"), *(ROOT / "docs/en").rglob("*.md")]
    sources += (ROOT / "macros/kinds").rglob("labels.yml")
    written = words_of(" ".join(path.read_text("utf-8") for path in sources))
    index = json.loads((site / "en/search/search_index.json").read_text("utf-8"))
    texts = (re.sub("<[^>]*>", " ", doc["text"]) for doc in index["docs"])
    indexed = words_of(" ".join(texts).replace("\u200b", ""))
    assert len(indexed) > 3000
    assert indexed - written == set()


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", html.unescape(text).lower()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_speaks_its_own(site: Path, language: str) -> None:
    html = (site / language / "index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in html

"""Generated sites for the benchmark: ours, and the same pages for the plain theme.

The pages have the playbook's own measure: its activity pages in turn, each with one library
item inserted, in a navigation of five parts with sections of twenty pages each.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.content.addresses import page_url
from macros.content.config import CONFIG, load_config, with_nav
from macros.content.library import LIBRARY
from macros.content.page import Page
from macros.content.site import load_site
from macros.contracts.options import Options
from macros.render.navigation import generated_pages
from macros.render.renderer import Renderer

ITEM_SHARE = 0.3  # of all pages, the part that is library items' own pages
PARTS, SECTION = 5, 20  # as the playbook has phases; pages of a part in one section


def write_ours(project: Path, target: Path, pages: int) -> None:
    """Write a project of `pages` English pages to `target`, made from the project's content."""
    for name in (CONFIG, "overrides", "macros"):
        source = project / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target / name)
    (target / "docs/en").mkdir(parents=True)
    (target / LIBRARY).mkdir()
    for file in (project / LIBRARY).glob("*.yml"):
        shutil.copy(file, target / LIBRARY)
    phases = yaml.safe_load((project / LIBRARY / "guide.yml").read_text("utf-8"))["phases"]
    guide = {"phases": [phase | {"signs": []} for phase in phases], "roles": []}
    (target / LIBRARY / "guide.yml").write_text(yaml.safe_dump(guide, allow_unicode=True))
    item_ids = _write_items(project, target, round(pages * ITEM_SHARE))
    made = generated_pages(load_site(target), "en")
    _write_pages(project, target, pages - len(made), item_ids)


def _write_items(project: Path, target: Path, count: int) -> list[str]:
    sources = sorted((project / LIBRARY / "checklists").glob("*.yml"))
    (target / LIBRARY / "checklists").mkdir()
    ids = [f"item-{number:04}" for number in range(count)]
    for number, name in enumerate(ids):
        text = sources[number % len(sources)].read_text("utf-8")
        text = re.sub(r"^id: .*", f"id: {name}", text, count=1, flags=re.M)
        (target / LIBRARY / "checklists" / f"{name}.yml").write_text(text, "utf-8")
    return ids


def _write_pages(project: Path, target: Path, count: int, item_ids: list[str]) -> None:
    folder = project / "docs/en/preparation"
    sources = sorted(path for path in folder.glob("*.md") if path.name != "index.md")
    nav: list[Any] = ["index.md", *({f"part-{part}": []} for part in range(PARTS))]
    for number in range(count):
        part, section = number % PARTS, f"section-{number // PARTS // SECTION:02}"
        path = f"part-{part}/{section}/page-{number:04}.md" if number else "index.md"
        text = sources[number % len(sources)].read_text("utf-8")
        text = re.sub(r"^id: .*", f"id: page-{number:04}", text, count=1, flags=re.M)
        text = re.sub(r"^title: .*", f"title: Page {number}", text, count=1, flags=re.M)
        text = re.sub(r"\]\([^)]*\)", "](#run)", text)  # links of the original lead nowhere here
        text = re.sub(r"^\{\{ (?!checklist).*\n\n?", "", text, flags=re.M)
        item = item_ids[number % len(item_ids)]
        text = re.sub(r'checklist\("[^"]*"\)', f'checklist("{item}")', text, count=1)
        text = re.sub(r'^\{\{ checklist\("(?!item-).*\n\n?', "", text, flags=re.M)
        file = target / "docs/en" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        if number:
            sections = nav[part + 1][f"part-{part}"]
            if not sections or section not in sections[-1]:
                sections.append({section: []})
            sections[-1][section].append(path)
    text = with_nav(
        (target / CONFIG).read_text("utf-8"), load_config(target), [*nav, "toolkit/index.md"]
    )
    (target / CONFIG).write_text(text, "utf-8")


def write_plain(options: Options, target: Path) -> None:
    """Write the site at `options.root` for the plain theme: its pages with macros rendered."""
    site = load_site(options.root)
    render = Renderer(site, "en", options)
    texts = {path: _render_calls(render, page) for path, page in site.pages["en"].items()}
    for path, page in generated_pages(site, "en").items():
        arguments = [page.argument] if page.argument else []
        html = render.call(page.macro, *arguments, at=page_url(path), whole=page.whole)
        texts[path] = f"---\ntitle: {page.title}\n---\n\n{html}"
    for path, text in texts.items():
        file = target / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    ours_config = (options.root / CONFIG).read_text("utf-8")
    extensions = ours_config[ours_config.index("markdown_extensions:") :].split("\n\n")[0]
    config = "site_name: Plain\ntheme:\n  name: material\n  font: false\n" + extensions + "\n"
    (target / CONFIG).write_text(config, "utf-8")


def _render_calls(render: Renderer, page: Page) -> str:
    text = page.text
    for call in page.calls:
        arguments = map(str, call.arguments or ())
        html = render.call(call.name, *arguments, at=page_url(page.path))
        text = text.replace(call.text, html, 1)
    return text

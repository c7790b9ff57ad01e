"""Where mkdocs meets the engine: what happens at each event of a build."""

from __future__ import annotations

import functools
import json
import os
import posixpath
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros.build.adapters.theme_html import mended
from macros.checks.report import as_text
from macros.content.addresses import page_url, relative
from macros.content.clock import today
from macros.content.navigation import generated_pages, titled_nav
from macros.content.site import load_site
from macros.contracts.fields import LANGUAGES
from macros.files.downloads import archive_of, cache_of, downloads
from macros.kinds import kinds
from macros.render.qr import code
from macros.render.renderer import PHASES, VERSION, Renderer

SITE_URL = "PLAYBOOK_SITE_URL"  # the public address of the root, above the languages
HOME = "index.md"
# Who searches wants the page that says what to do, before terms and lists that name the word.
SEARCH_BOOST = {"phase": 2, "activity": 2, "practice": 2, "training-guide": 2}
PLACE = re.compile(r'<div data-part="\d+"></div>')
# The search plugin reads the text of <dt>To</dt><dd>the head</dd> as "Tothe head".
JOINT = re.compile(r"(</(?:dt|dd|th|td|li|p|summary|div|h[1-6])>)(?=<)")
SEGMENT = "\u200b"  # what the search plugin puts between segmented Chinese words


@dataclass
class Build:
    """One build that is going on."""

    renderer: Renderer
    wanted: frozenset[str] | None = None  # the pages to render; None means all
    search: list[dict] = field(default_factory=list)  # search entries of the build before
    parts: dict[str, str] = field(default_factory=dict)  # HTML that pages hold a place for
    sections: dict[str, Section] = field(default_factory=dict)  # of the toolkit, by folder

    def filled(self, html: str) -> str:
        """The HTML with what its places stand for."""
        return PLACE.sub(lambda match: self.parts[match[0]], html)


_builds: dict[str, Build] = {}  # by language


def start(build: Build) -> None:
    """Make this the build that the hooks and macros of its language work for."""
    _builds[build.renderer.language] = build


def current(config: MkDocsConfig) -> Build:
    """The build that is going on. Raises PluginError on content that can't be read."""
    language = config.theme["language"]
    if language not in _builds:
        site = load_site(Path(config.config_file_path).parent)
        if site.findings:
            raise PluginError(as_text(site.findings))
        start(Build(Renderer(site, language, today())))
    return _builds[language]


def kept(build: Build, html: str) -> str:
    """A place holder for an item's HTML, which Markdown needn't read.

    On the item's own page it is filled before the search index reads the page, elsewhere
    after: an item is searched once, and read once.
    """
    place = f'<div data-part="{len(build.parts)}"></div>'
    build.parts[place] = html
    return place


def on_config(config: MkDocsConfig) -> None:
    """Names, navigation and addresses of this language."""
    render = current(config).renderer
    language, label = render.language, render.label
    config.site_name = label("site-name")
    config.site_description = label("site-description")
    config.nav = titled_nav(render.site, language)
    for option in config.theme["palette"]:
        option["toggle"]["name"] = label(f"leave-{option['scheme']}")
    version = os.environ.get(VERSION)
    if os.environ.get(SITE_URL):
        path = f"{language}/{version}/" if version else f"{language}/"
        config.site_url = urljoin(os.environ[SITE_URL].rstrip("/") + "/", path)
    if not version:
        config.extra.pop("version", None)
    _require_segmentation()


def _require_segmentation() -> None:
    # For every language: the English glossary has Chinese words too.
    try:
        import jieba

        jieba.setLogLevel("WARNING")  # it reports how it loads
    except ImportError as error:
        raise PluginError(
            "The search index can't be made: jieba is not installed, and without it "
            "no Chinese word inside a sentence is found. Install requirements.lock."
        ) from error


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the toolkit's pages, and settle which pages an incremental build renders."""
    build = current(config)
    for path, page in generated_pages(build.renderer.site, build.renderer.language).items():
        files.append(File.generated(config, path, content=page.markdown))
    if build.wanted is not None:
        for file in filter(File.is_documentation_page, files):
            file.is_modified = functools.partial(bool, file.src_uri in build.wanted)
    _add_downloads(files, config, build)
    return files


def _add_downloads(files: Files, config: MkDocsConfig, build: Build) -> None:
    """Add the files of the items whose pages are rendered; those of others stand there."""
    render = build.renderer
    version = os.environ.get(VERSION, "")
    cache = cache_of(Path(config.config_file_path).parent)
    entries = list(render.library.entries.values())
    if render.language == LANGUAGES[-1]:
        # Both languages' builds run side by side and make the bilingual files: from either
        # end, so that each finds half of them made.
        entries.reverse()
    for entry in entries:
        if build.wanted is None or entry.path in build.wanted:
            made = downloads(entry, render.library, render.language, version, cache)
            render.downloads[entry.path] = made
            for one in made:
                files.append(File.generated(config, entry.url + one.name, content=one.content))
    if build.wanted is None:
        # While somebody writes, the archives stay as they were when the build began.
        _add_archives(files, config, render)


def _add_archives(files: Files, config: MkDocsConfig, render: Renderer) -> None:
    """Add all files of each kind, and of each phase, as one archive."""
    entries = list(render.library.entries.values())
    wholes = [
        *(
            (f"toolkit/{kind.folder}/", kind.folder, [e for e in entries if e.kind == kind])
            for kind in kinds().values()
        ),
        *(
            ("toolkit/pack/", phase, [e for e in entries if e.item.phase == phase])
            for phase in PHASES
        ),
    ]
    for folder, name, found in wholes:
        if found:
            made = [(entry, render.downloads[entry.path]) for entry in found]
            whole = render.archives[name] = archive_of(name, render.language, made)
            files.append(File.generated(config, folder + whole.name, content=whole.content))


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the toolkit's sections: an item's page stands in one without being listed."""
    for page in nav.pages:
        if page.file.src_uri.startswith("toolkit/") and page.parent:
            current(config).sections[posixpath.dirname(page.file.src_uri)] = page.parent
    return nav


def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> Page:
    """Put an item's page into its section, for the path above it and the active tab."""
    if page.parent is None:
        page.parent = current(config).sections.get(posixpath.dirname(page.file.src_uri))
    return page


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the theme how to describe the page, and the search how much it counts."""
    # The theme prints it inside quotes as it stands.
    page.meta["description"] = escape(page.meta.get("summary", ""))
    page.meta["tags"] = page.meta.get("keywords", [])  # the field the search puts first
    page.meta["search"] = {"boost": SEARCH_BOOST.get(page.meta.get("type"), 1)}
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill an item's own page before it is searched, word by word."""
    build = current(config)
    own = page.file.src_uri in build.renderer.library.by_path
    return JOINT.sub(r"\1\n", build.filled(html)) if own else html


def on_page_context(context: dict, *, page: Page, config: MkDocsConfig, nav) -> dict:
    """What our templates show besides the content."""
    render = current(config).renderer
    path = page.file.src_uri
    own = render.site.pages[render.language].get(path)
    entry = render.library.by_path.get(path)
    if entry:
        context["page_kind"] = entry.kind.command
        context["page_facts"] = render.facts(entry.item, page.url)
        if page.canonical_url:
            context["page_code"] = code(page.canonical_url)
        if entry.kind.wide:
            page.meta["hide"] = ["toc"]
    else:
        context["page_kind"] = own.meta.type if own else "index"
        if path == HOME:
            context["page_kind"] = "home"
            page.meta["hide"] = ["navigation", "toc", "path"]
        elif own:
            context["page_facts"] = render.facts(own.meta, page.url)
    return context


def on_env(env, *, config: MkDocsConfig, files: Files):
    """Give templates the interface words and the way to the other language."""
    render = current(config).renderer
    other = next(name for name in LANGUAGES if name != render.language)
    version = os.environ.get(VERSION)
    root = f"../../{other}/{version}/" if version else f"../{other}/"

    def twin(page: Page) -> str:
        """The other language's page at the same address, seen from this one."""
        return posixpath.join(relative("", page.url), root, page.url)

    stamp = f"{render.label('version')} {version}" if version else render.label("working-copy")
    library = render.library
    # A kind that has no items here, such as one that is ours alone, has no words either.
    absent = [f"js-{k.command}-" for k in kinds().values() if not library.of_kind(k.name)]
    words = {
        key: render.label(key)
        for key in library.labels
        if key.startswith("js-") and not key.startswith(tuple(absent))
    }
    env.globals |= {
        "label": render.label,
        "twin": twin,
        "version": stamp,
        "release": version or "",
        "script_words": words,
    }
    return env


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Put kept HTML into its places, and mend what the theme gets wrong in HTML."""
    build = current(config)
    return mended(build.filled(output), build.renderer.label)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Leave out the theme's 404.html: the site has one above the languages."""
    return "" if template_name == "404.html" else output


@event_priority(-100)  # after the search plugin has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Complete an incremental build's search index, and make sure that Chinese is segmented."""
    build = current(config)
    path = Path(config.site_dir, "search", "search_index.json")
    index = json.loads(path.read_text("utf-8"))
    if build.wanted is not None:
        rendered = {page_url(wanted) for wanted in build.wanted}
        kept = [doc for doc in build.search if doc["location"].split("#")[0] not in rendered]
        index["docs"] += kept
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        path.write_text(text, "utf-8")
    build.search = index["docs"]
    if build.renderer.language == "zh" and not any(SEGMENT in d["text"] for d in index["docs"]):
        raise PluginError(
            "The Chinese search index holds no segmented words: search would find nothing. "
            "Check that jieba works and that the search plugin is the theme's."
        )

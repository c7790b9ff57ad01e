"""Where mkdocs meets the engine: what happens at each event of a build.

The plugin is made for one build of one language and put among the plugins of that build's
configuration, where the macros find it too; nothing about a build outlives it.
"""

from __future__ import annotations

import functools
import posixpath
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from macros.build.adapters import search_index
from macros.build.adapters.theme_html import fix
from macros.build.archives import archives, find_standing
from macros.build.assets import assets
from macros.build.places import Places
from macros.content.addresses import HOME, page_url, relative
from macros.content.page import CALL_END, CALL_START
from macros.contracts.fields import LANGUAGES
from macros.contracts.options import Options
from macros.files.downloads import downloads
from macros.kinds import kinds
from macros.render.navigation import generated_pages, titled_nav
from macros.render.qr import code
from macros.render.renderer import Renderer

NAME = "playbook"  # among mkdocs' plugins
# Who searches wants the page that says what to do, before terms and lists that name the word.
SEARCH_BOOST = {"phase": 2, "activity": 2, "practice": 2, "training-guide": 2}
# The search plugin reads the text of <dt>To</dt><dd>the head</dd> as "Tothe head".
JOINT = re.compile(r"(</(?:dt|dd|th|td|li|p|summary|div|h[1-6])>)(?=<)")
# A call as content/page.py marks it; the rest of Jinja's syntax is what no page can hold either.
MARKS = {
    "j2_variable_start_string": CALL_START,
    "j2_variable_end_string": CALL_END,
    "j2_block_start_string": "\ue002",
    "j2_block_end_string": "\ue003",
    "j2_comment_start_string": "\ue004",
    "j2_comment_end_string": "\ue005",
}


@dataclass
class Build:
    """One build of one language."""

    renderer: Renderer
    wanted: frozenset[str] | None = None  # the pages to render; None means all
    places: Places = field(default_factory=Places)
    page: str = ""  # the one that is being rendered, as a path in the project
    sections: dict[str, Section] = field(default_factory=dict)  # of the toolkit, by folder

    @property
    def options(self) -> Options:
        """What the build is told."""
        return self.renderer.options


def build_of(config: MkDocsConfig) -> Build:
    """The build that a configuration is for. Raises PluginError outside of the scripts."""
    plugin = config.plugins.get(NAME)
    if plugin is None:
        raise PluginError(
            "This site is built by its own scripts: python3 scripts/build.py, or "
            "python3 scripts/serve.py to follow edits."
        )
    return plugin.build


class PlaybookPlugin(BasePlugin[LegacyConfig]):
    """The engine among mkdocs' plugins."""

    def __init__(self, build: Build) -> None:
        super().__init__()
        self.build = build
        self.search: list[dict[str, Any]] = []  # search entries of pages that stay

    @event_priority(100)  # before the macros plugin makes its Jinja environment
    def on_config(self, config: MkDocsConfig) -> None:
        """Names, navigation and addresses of this language; what a macro call looks like."""
        config.plugins["macros"].config.update(MARKS)
        render, options = self.build.renderer, self.build.options
        language, label = render.language, render.words.label
        config.site_name = label("site-name")
        config.site_description = label("site-description")
        config.nav = titled_nav(render.site, language)
        for option in config.theme["palette"]:
            option["toggle"]["name"] = label(f"leave-{option['scheme']}")
        if options.site_url:
            path = f"{language}/{options.version}/" if options.version else f"{language}/"
            config.site_url = urljoin(options.site_url.rstrip("/") + "/", path)
        if not options.version:
            config.extra.pop("version", None)
        search_index.require_segmentation()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the toolkit's pages, and settle which pages an incremental build renders."""
        render, wanted = self.build.renderer, self.build.wanted
        for path, page in generated_pages(render.site, render.language).items():
            files.append(File.generated(config, path, content=page.markdown))
        if wanted is not None:
            for file in filter(File.is_documentation_page, files):
                file.is_modified = functools.partial(bool, file.src_uri in wanted)
        for name, text in assets(self.build.options.root).items():
            files.append(File.generated(config, name, content=text))
        self._add_downloads(files, config)
        return files

    def _add_downloads(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files of the items whose pages are rendered; those of others stand there."""
        render, wanted = self.build.renderer, self.build.wanted
        entries = list(render.library.entries.values())
        if render.language == LANGUAGES[-1]:
            # Both languages' builds run side by side and make the bilingual files: from
            # either end, so that each finds half of them made.
            entries.reverse()
        for entry in entries:
            if wanted is None or entry.path in wanted:
                made = downloads(entry, render.library, render.language, self.build.options)
                render.downloads[entry.path] = made
                for one in made:
                    files.append(File.generated(config, entry.url + one.name, content=one.content))
        if wanted is None:
            for folder, name, whole in archives(render):
                render.archives[name] = whole
                files.append(File.generated(config, folder + whole.name, content=whole.content))
        else:
            # While somebody writes, the archives stay as they were when the build began.
            render.archives |= find_standing(Path(config.site_dir), render.language)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the toolkit's sections: an item's page is in one without being listed."""
        for page in nav.pages:
            if page.file.src_uri.startswith("toolkit/") and isinstance(page.parent, Section):
                self.build.sections[posixpath.dirname(page.file.src_uri)] = page.parent
        return nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Put an item's page into its section, for the path above it and the active tab."""
        if page.parent is None:
            page.parent = self.build.sections.get(posixpath.dirname(page.file.src_uri))
        return page

    @event_priority(100)  # before the macros plugin
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Mark the macro calls, and nothing else, for the macros plugin.

        Also tell the theme how to describe the page, and the search how much it counts.
        """
        # The theme prints it inside quotes as it is.
        page.meta["description"] = escape(page.meta.get("summary", ""))
        page.meta["tags"] = page.meta.get("keywords", [])  # the field the search puts first
        page.meta["search"] = {"boost": SEARCH_BOOST.get(str(page.meta.get("type")), 1)}
        language = self.build.renderer.language
        self.build.page = f"docs/{language}/{page.file.src_uri}"
        own = self.build.renderer.site.pages[language].get(page.file.src_uri)
        return own.marked if own else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill in what the search reads, an item's own page word by word."""
        own = page.file.src_uri in self.build.renderer.library.by_path
        html = self.build.places.fill(html, searched=True)
        return JOINT.sub(r"\1\n", html) if own else html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """What our templates show besides the content."""
        render, shown = self.build.renderer, cast(dict[str, Any], context)
        path = page.file.src_uri
        own = render.site.pages[render.language].get(path)
        entry = render.library.by_path.get(path)
        if entry:
            shown["page_kind"] = entry.kind.command
            shown["page_facts"] = render.facts(entry.item, page.url)
            if page.canonical_url:
                shown["page_code"] = code(page.canonical_url)
            if entry.kind.wide:
                page.meta["hide"] = ["toc"]
        else:
            shown["page_kind"] = own.front_matter.type if own else "index"
            if path == HOME:
                shown["page_kind"] = "home"
                page.meta["hide"] = ["navigation", "toc", "path"]
            elif own:
                shown["page_facts"] = render.facts(own.front_matter, page.url)
        return context

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the interface words and the way to the other language."""
        render, version = self.build.renderer, self.build.options.version
        label, library = render.words.label, render.library
        other = next(name for name in LANGUAGES if name != render.language)
        root = f"../../{other}/{version}/" if version else f"../{other}/"

        def twin(page: Page) -> str:
            """The other language's page at the same address, seen from this one."""
            return posixpath.join(relative("", page.url), root, page.url)

        # A kind that has no items here, such as one that is ours alone, has no words either.
        absent = [f"js-{k.command}-" for k in kinds().values() if not library.of_kind(k.name)]
        words = {
            key: label(key)
            for key in library.labels
            if key.startswith("js-") and not key.startswith(tuple(absent))
        }
        shown: dict[str, Any] = {
            "label": label,
            "twin": twin,
            "version": f"{label('version')} {version}" if version else label("working-copy"),
            "release": version,
            "script_words": words,
        }
        env.globals.update(shown)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put kept HTML into its places, and fix what the theme gets wrong in HTML."""
        return fix(self.build.places.fill(output, searched=False), self.build.renderer.words.label)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out the theme's 404.html: the site has one above the languages."""
        return "" if template_name == "404.html" else output

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Before an incremental build overwrites it: remember the search index."""
        if self.build.wanted is not None:
            rendered = {page_url(wanted) for wanted in self.build.wanted}
            self.search = search_index.entries(Path(config.site_dir), without=rendered)

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete an incremental build's search index; make sure that Chinese is segmented."""
        search_index.complete(Path(config.site_dir), self.search)
        if self.build.renderer.language == "zh":
            search_index.require_segmented(Path(config.site_dir))

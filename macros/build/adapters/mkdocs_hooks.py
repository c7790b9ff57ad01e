"""What mkdocs.yml names under `hooks`.

mkdocs loads this file as a module of its own, beside the package; the state of a build
must exist once, so the functions live in the package and are only named here.
"""

from macros.build.adapters.mkdocs_events import (
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_page,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_pre_page",
]

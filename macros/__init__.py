"""The playbook's engine: turns library items into what a reader sees.

This module is where the macros plugin meets it, and nothing else.
"""

from __future__ import annotations


def define_env(env) -> None:
    """Give pages one macro per component folder, and one per view. Called once per build."""
    from macros.adapters.mkdocs_events import current
    from macros.components import components
    from macros.views import VIEWS

    render = current(env.conf).renderer

    def macro(name: str):
        return lambda *arguments, **options: render.call(
            name, *arguments, at=env.page.url, **options
        )

    for name in (*components(), *VIEWS):
        env.macro(macro(name), name)

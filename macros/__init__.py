"""The playbook's engine: turns library items into what a reader sees.

This module is where the macros plugin meets it, and nothing else.
"""

from __future__ import annotations


def define_env(env) -> None:
    """Give pages one macro per kind, and one per view. Called once per build."""
    from macros.build.adapters.mkdocs_events import current, kept
    from macros.kinds import kinds
    from macros.render.views import VIEWS

    build = current(env.conf)

    def macro(name: str):
        def call(*arguments: str, whole: bool = False) -> str:
            html = build.renderer.call(name, *arguments, at=env.page.url, whole=whole)
            return kept(build, html) if name in kinds() else html

        return call

    for name in (*kinds(), *VIEWS):
        env.macro(macro(name), name)

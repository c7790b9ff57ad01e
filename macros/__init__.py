"""The playbook's engine: turns library items into what a reader sees.

Rooms, from the ground up: contracts, kinds, content, files, edition, render, checks, build,
commands. Each says in its docstring who comes in; imports point downwards only. This module
is where the macros plugin meets the engine, and nothing else.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give pages one macro per kind, and one per view. Called once per build."""
    from macros.build.adapters.mkdocs_plugin import build_of
    from macros.kinds import kinds
    from macros.render.views import views

    build = build_of(env.conf)

    def macro(name: str):
        def call(*arguments: str, whole: bool = False, inline: bool = False) -> str:
            html = build.renderer.call(name, *arguments, at=env.page.url, whole=whole)
            return build.places.keep(html, searched=whole or name not in kinds(), inline=inline)

        return call

    for name in (*kinds(), *views()):
        env.macro(macro(name), name)

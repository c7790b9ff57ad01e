"""The playbook's engine: turns library items into what a reader sees.

This module is where the macros plugin meets it, and nothing else.
"""

from __future__ import annotations


def define_env(env) -> None:
    """Give pages one macro per component folder, and one per view. Called once per build."""
    from macros.adapters.mkdocs_hooks import current
    from macros.components import components
    from macros.views import VIEWS

    render = current(env.conf).renderer

    def component_macro(kind: str):
        return lambda item_id, whole=False: render.component(kind, item_id, env.page.url, whole)

    def view_macro(name: str):
        return lambda *arguments: getattr(render, name)(*arguments, at=env.page.url)

    for kind in components():
        env.macro(component_macro(kind), kind)
    for name in VIEWS:
        env.macro(view_macro(name), name)

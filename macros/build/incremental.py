"""Which pages an edit touches: those that show a part of the content that changed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.build.changes import FRAME, changed_parts
from macros.content.page import Call
from macros.content.site import Site
from macros.kinds import kinds
from macros.render.navigation import generated_pages
from macros.render.views import views


def affected_pages(before: Site, after: Site, language: str) -> frozenset[str] | None:
    """The pages of one language to render again, or None where all must be."""
    changed = changed_parts(before, after, language)
    if FRAME in changed:
        return None
    wanted: set[str] = set()
    for path, page in after.pages[language].items():
        shown = {f"page/{path}"}.union(*map(set, map(_parts_of_call, page.calls)))
        if shown & changed:
            wanted.add(path)
    for path, page in generated_pages(after, language).items():
        arguments = [page.argument] if page.argument else []
        if set(_parts(page.macro, *arguments, whole=page.whole)) & changed:
            wanted.add(path)
    return frozenset(wanted)


def _parts_of_call(call: Call) -> Iterator[str]:
    return _parts(call.name, *map(str, call.arguments or ()))


def _parts(name: str, *arguments: str, whole: bool = False) -> Iterator[str]:
    """The parts of the content that a macro call shows."""
    if name in kinds():
        yield f"item/{name}/{arguments[0]}"
        if whole:  # an item's own page lists the pages that insert it
            yield f"uses/{name}/{arguments[0]}"
    else:
        yield from views()[name].reads(*arguments)

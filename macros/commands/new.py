"""scripts/new.py: start a page or a library item with everything in place but the words."""

from __future__ import annotations

import re
import sys

from macros.checks.ids import published_ids
from macros.commands.skeleton import new_item, new_page
from macros.content.library import LIBRARY
from macros.content.site import Site, load_site
from macros.contracts.fields import LANGUAGES, PHASES
from macros.contracts.options import Options
from macros.kinds import kinds

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def run(options: Options, what: str, new_id: str, phase: str, roles: list[str], owner: str) -> int:
    """Write a new `what` (page type or kind of item). Returns the exit code.

    Nothing is written when anything is in the way; every reason is printed.
    """
    root = options.root
    site = load_site(root)
    known = {
        "id": new_id,
        "phase": phase,
        "audience": "internal",
        "roles": roles,
        "owner": owner,
        "reviewed": options.today,
        "review_in": "12 months",
    }
    kind = next((kind for kind in kinds().values() if kind.command == what), None)
    path = f"{phase}/index.md" if what == "phase" else f"{phase}/{new_id}.md"
    if kind:
        files = {f"{LIBRARY}/{kind.folder}/{new_id}.yml": new_item(kind, known)}
    else:
        front = known | {"type": what, "minutes": 10}
        files = {f"docs/{name}/{path}": new_page(what, name, front) for name in LANGUAGES}
    problems = _problems(site, new_id, phase, [*roles, owner], files)
    if problems:
        print("Nothing written:", *problems, sep="\n- ", file=sys.stderr)
        return 1
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
        print(f"wrote {name}")
    if kind:
        print(f'insert it in a page and its twin: {{{{ {kind.name}("{new_id}") }}}}')
    else:
        print(f"add it under nav in mkdocs.yml: - {path}")
    print("then fill in the words; python3 scripts/check.py says what is left")
    return 0


def write_schemas() -> int:
    """Write the schema.json of every kind from its model. Returns the exit code."""
    for kind in kinds().values():
        kind.schema.write_text(kind.schema_text(), "utf-8")
        print(f"wrote macros/kinds/{kind.name}/{kind.schema.name}")
    return 0


def _problems(
    site: Site, new_id: str, phase: str, roles: list[str], files: dict[str, str]
) -> list[str]:
    problems = []
    if not ID.fullmatch(new_id):
        problems.append(
            f"'{new_id}' is no id: lower-case letters and digits, words joined by hyphens"
        )
    if phase not in PHASES:
        problems.append(f"'{phase}' is no phase: one of {', '.join(PHASES)}")
    problems += [
        f"'{role}' is no role: see {LIBRARY}/roles.yml"
        for role in dict.fromkeys(roles)
        if role not in site.library.roles
    ]
    # Ids are never used again, so what was once published counts as taken too.
    for name in sorted(published_ids(site) | set(site.library.published)):
        parts = name.split("/")
        if len(parts) == 2 and parts[0] != "term" and parts[1] == new_id:
            problems.append(f"the id '{new_id}' is taken by {name}; ids are never used twice")
    problems += [f"{name} is already there" for name in files if (site.root / name).exists()]
    return problems

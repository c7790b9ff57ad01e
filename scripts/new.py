#!/usr/bin/env python3
"""Start a page in both languages, or a library item: everything in place but the words."""

import argparse
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
# The keys of the page types, and a folder for each kind; read here so that --help needs no set-up.
TYPES = (ROOT / "macros/contracts/page_types.yml").read_text("utf-8")
PAGES = tuple(re.findall(r"^([a-z-]+):$", TYPES, re.MULTILINE))
KINDS = tuple(
    sorted(p.parent.name.replace("_", "-") for p in ROOT.glob("macros/kinds/*/__init__.py"))
)
SCHEMAS = "schemas"


def main() -> int:
    """Read the arguments, write the files, return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Example: python3 scripts/new.py checklist first-visit --phase preparation",
    )
    parser.add_argument(
        "what",
        choices=(*PAGES, *KINDS, SCHEMAS),
        metavar="what",
        help=f"a page type ({', '.join(PAGES)}), a kind of item ({', '.join(KINDS)}), or "
        f"'{SCHEMAS}' to write the kinds' schema.json after a change of a model",
    )
    parser.add_argument("id", nargs="?", default="", help="its permanent id, such as first-visit")
    parser.add_argument(
        "--phase",
        default="throughout",
        help="preparation, design, implementation, go-live or throughout (default)",
    )
    parser.add_argument(
        "--roles",
        default="functional-consultant",
        help="who uses it: ids from roles.yml, joined by commas (default: functional-consultant)",
    )
    parser.add_argument("--owner", default="methodology-lead", help="the role that keeps it right")
    parser.add_argument("--root", type=Path, default=ROOT, help="another copy of the content")
    arguments = parser.parse_args()

    if bool(arguments.id) == (arguments.what == SCHEMAS):
        parser.error(f"what is new needs an id, and '{SCHEMAS}' takes none")

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import new, settings

    if arguments.what == SCHEMAS:
        return new.write_schemas()

    return new.run(
        settings(arguments.root.resolve(), os.environ),
        arguments.what,
        arguments.id,
        arguments.phase,
        arguments.roles.split(","),
        arguments.owner,
    )


if __name__ == "__main__":
    sys.exit(main())

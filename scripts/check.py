#!/usr/bin/env python3
"""Hold the content to its rules: sections, twins, links, ids, words, audiences, reviews."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Read the arguments, run the check, return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Exit code 0: no error (warnings may be printed); 1: at least one error.",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text for people, json for programs, github for annotations (default: text)",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="another copy of the content to check"
    )
    parser.add_argument("--codes", action="store_true", help="list all rules and stop")
    parser.add_argument("--stats", action="store_true", help="count pages and items and stop")
    parser.add_argument(
        "--record-ids",
        action="store_true",
        help="before publishing: add all ids to docs/library/published-ids.txt, for good",
    )
    arguments = parser.parse_args()

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import check, settings

    if arguments.codes:
        return check.list_codes()
    if arguments.stats:
        return check.print_stats(arguments.root.resolve())
    if arguments.record_ids:
        return check.record_ids(arguments.root.resolve())
    return check.run(settings(arguments.root.resolve(), os.environ), arguments.format)


if __name__ == "__main__":
    sys.exit(main())

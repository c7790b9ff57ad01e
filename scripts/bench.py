#!/usr/bin/env python3
"""Measure what the playbook costs: build times, edit to refresh, the weight of a page."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Read the arguments, measure, return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Seconds differ from machine to machine, so every figure is printed as a ratio to "
        "the plain theme on the same pages, measured in the same run.",
    )
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(size) for size in text.split(",")],
        default=[200, 1000],
        help="pages of the generated sites, joined by commas (default: 200,1000)",
    )
    parser.add_argument("--runs", type=int, default=3, help="runs of each build (default: 3)")
    arguments = parser.parse_args()

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import bench, settings

    return bench.run(settings(ROOT, os.environ), arguments.sizes, arguments.runs)


if __name__ == "__main__":
    sys.exit(main())

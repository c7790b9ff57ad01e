#!/usr/bin/env python3
"""Give a training plan dates: as Word, Excel, PDF and CSV, and as a calendar file."""

import argparse
import datetime as dt
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
WEEK = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


def main() -> int:
    """Read the arguments, write the files, return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Example: python3 scripts/plan.py warehouse-training --go-live 2027-03-01 "
        "--learners 20 --off 2027-02-15..2027-02-21 --language zh",
    )
    parser.add_argument("plan", help="the id of a training plan, such as warehouse-training")
    parser.add_argument(
        "--go-live", type=dt.date.fromisoformat, required=True, help="such as 2027-03-01"
    )
    parser.add_argument("--learners", type=int, required=True, help="how many learn")
    parser.add_argument(
        "--group-size", type=int, help="how many learn together at most (default: as the plan says)"
    )
    parser.add_argument(
        "--trainers", type=int, default=1, help="how many teach at the same time (default: 1)"
    )
    parser.add_argument(
        "--off",
        action="append",
        default=[],
        help="a day off, or several: 2027-02-15..2027-02-21; may be given again",
    )
    parser.add_argument(
        "--weekdays",
        default="mon,tue,wed,thu,fri",
        help="the working days (default: mon,tue,wed,thu,fri)",
    )
    parser.add_argument(
        "--language", choices=("en", "zh", "both"), default="en", help="en (default), zh or both"
    )
    parser.add_argument(
        "--output", type=Path, default=Path.cwd(), help="folder for the files (default: here)"
    )
    arguments = parser.parse_args()
    weekdays = arguments.weekdays.lower().split(",")
    if strange := [day for day in weekdays if day not in WEEK]:
        parser.error(f"--weekdays: {', '.join(strange)}: name days of {', '.join(WEEK)}")

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import plan, settings
    from macros.kinds.training_plan.schedule import Wishes

    options = settings(ROOT, os.environ)
    wishes = Wishes(
        arguments.go_live,
        arguments.learners,
        arguments.trainers,
        frozenset(WEEK.index(day) for day in weekdays),
        "\n".join(arguments.off),
        arguments.group_size,
        options.today,
    )
    return plan.run(options, arguments.plan, wishes, arguments.language, arguments.output)


if __name__ == "__main__":
    sys.exit(main())

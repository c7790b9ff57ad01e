#!/usr/bin/env python3
"""Set up what the tests need and run them: fast ones, the engine, the content, a browser."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Read the arguments, run the tests, return pytest's exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        usage="%(prog)s [-h] [--fast | --heavy] [path …] [options of pytest]",
        epilog="A path such as tests/browser/test_quiz.py runs that alone. The whole run needs "
        "Chromium, Java, LibreOffice, poppler, Pango and a Chinese font; on Debian and Ubuntu "
        "they are installed where that is allowed, elsewhere a message says what to install. "
        "Everything else on the command line goes to pytest, such as -k twins or -x.",
    )
    suite = parser.add_mutually_exclusive_group()
    suite.add_argument("--fast", action="store_true", help="no builds and no browser: seconds")
    suite.add_argument(
        "--heavy", action="store_true", help="slow proofs: many releases, every kind as a picture"
    )
    arguments, others = parser.parse_known_args()
    paths = [one for one in others if (ROOT / one.split("::")[0]).exists()]
    options = [one for one in others if one not in paths]

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import test

    named = "fast" if arguments.fast else "heavy" if arguments.heavy else "all"
    return test.run(ROOT, os.environ, named, paths, options)


if __name__ == "__main__":
    sys.exit(main())

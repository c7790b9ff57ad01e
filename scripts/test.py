#!/usr/bin/env python3
"""Set up what the tests need and run all of them: fast ones, builds, then a real browser."""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Read the arguments, run the tests, return pytest's exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="The whole run needs Chromium, Java, poppler and a Chinese font; on Debian and "
        "Ubuntu they are installed where that is allowed, elsewhere a message says what to "
        "install. Everything else on the command line goes to pytest, such as -k twins or -x.",
    )
    parser.add_argument("--fast", action="store_true", help="no builds and no browser: seconds")
    arguments, options = parser.parse_known_args()

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import test

    return test.run(ROOT, arguments.fast, options)


if __name__ == "__main__":
    sys.exit(main())

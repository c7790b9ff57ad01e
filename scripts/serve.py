#!/usr/bin/env python3
"""Set up, build both languages, serve the whole site; an edit shows as soon as it is saved."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text}")
    return port


def main() -> int:
    """Read the arguments, serve until interrupted, return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Content errors are printed and the last good site stays up until they are fixed.",
    )
    parser.add_argument(
        "--port", type=_port, default=8000, help="port on 127.0.0.1 (default: 8000)"
    )
    parser.add_argument("--debug", action="store_true", help="show where a failure came from")
    arguments = parser.parse_args()

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import serve, settings

    return serve.run(settings(ROOT, os.environ), arguments.port, arguments.debug)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Set up, build both languages, serve the whole site; an edit shows as soon as it is saved."""

import argparse
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
        epilog="Content errors are printed and the last good site stays up until they are mended.",
    )
    parser.add_argument(
        "--port", type=_port, default=8000, help="port on 127.0.0.1 (default: 8000)"
    )
    arguments = parser.parse_args()

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import serve

    return serve.run(ROOT, arguments.port)


if __name__ == "__main__":
    sys.exit(main())

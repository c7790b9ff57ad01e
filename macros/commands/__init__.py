"""What the scripts do, one module per script; the scripts themselves only read arguments.

Come in to change what a command prints or returns. What only commands use is here too.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.build.options import OptionError, read_options
from macros.contracts.options import Options


def settings(root: Path, environment: Mapping[str, str], **given: Any) -> Options:
    """The settings of a run (see `read_options`); exits with what is wrong with them."""
    try:
        return read_options(root, environment, **given)
    except OptionError as error:
        sys.exit(str(error))


def print_failure(what: str, error: Exception, debug: bool) -> None:
    """Say on standard error that something failed, and why; in `debug` with all traces."""
    if debug:
        traceback.print_exception(error)
        print(what, file=sys.stderr)
    else:
        print(f"{what}\n{error}\nWith --debug it shows where.", file=sys.stderr)

"""What day it is, for reviews: today, or the day a reproducible build is told."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Today in UTC, or the day of SOURCE_DATE_EPOCH (seconds) where that is set.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return moment.date()

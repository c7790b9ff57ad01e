"""Every English page of the playbook is sound: see tests/sounding.py."""

from __future__ import annotations

from pathlib import Path

from tests.serving import serving
from tests.sounding import look_at, visits_of


def test_every_page_is_sound(browser, site: Path) -> None:
    visits = visits_of(site, "en")
    assert sum(len(stays) for _, stays in visits) > 100
    with serving(site) as address:
        wrong = look_at(browser, address, visits)
    assert not wrong, "\n".join(wrong[:60])

"""Dates for training plans, and the command that writes them into files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from macros.kinds.training_plan.schedule import Schedule, Wishes, schedule
from tests.schedules import CASES
from tests.support import run_script


def planned(plan: dict, wishes: dict) -> Schedule:
    """The computation of this side for a case of either."""
    return schedule(
        [SimpleNamespace(**session) for session in plan["sessions"]],
        SimpleNamespace(least=plan["least"], most=plan["most"]),
        Wishes(
            dt.date.fromisoformat(wishes["golive"]),
            wishes["learners"],
            wishes["trainers"],
            frozenset(wishes["weekdays"]),
            wishes.get("holidays", ""),
            wishes.get("size"),
            dt.date.fromisoformat(wishes["today"]) if "today" in wishes else None,
        ),
    )


def computed(plan: dict, wishes: dict) -> tuple[list, list]:
    """The sessions and warnings of a case, as the cases write them."""
    result = planned(plan, wishes)
    entries = [(entry.id, entry.group, str(entry.date)) for entry in result.entries]
    return entries, [code for code, _ in result.warnings]


@pytest.mark.parametrize("name", CASES)
def test_sessions_fall_on_days_people_work(name: str) -> None:
    plan, wishes, entries, warnings = CASES[name]
    assert computed(plan, wishes) == (entries, warnings)


def make(folder: Path, *more: str):
    return run_script(
        "plan.py", "warehouse-training", "--go-live", "2027-03-01", "--learners", "20",
        "--output", folder, *more,
    )  # fmt: skip


def test_the_files_hold_the_dates(tmp_path: Path) -> None:
    result = make(tmp_path, "--language", "both", "--off", "2027-02-15..2027-02-21")
    assert result.code == 0
    assert "moves from 2027-02-19 to 2027-02-12, a working day." in result.err
    assert "由2027-02-19调整到工作日2027-02-12。" in result.err
    name = "warehouse-training.both"
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{name}.{suffix}" for suffix in ("docx", "xlsx", "pdf", "csv", "ics")
    }
    page = load_workbook(tmp_path / f"{name}.xlsx").worksheets[1]
    assert page.title.startswith("With dates")
    dates = [cell.value for cell in page["B"]][1:]
    assert dates[:4] == ["2027-02-12"] * 4
    events = Calendar.from_ical((tmp_path / f"{name}.ics").read_bytes()).walk("VEVENT")
    assert [str(event.decoded("dtstart")) for event in events] == dates
    # No moment of making: the same plan gives the same file.
    assert {event.decoded("dtstamp").year for event in events} == {1980}
    table = Document(str(tmp_path / f"{name}.docx")).tables[1]
    assert [row.cells[0].text for row in table.rows][1:] == dates


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["warehouse-traning"], "did you mean 'warehouse-training'?"),
        (["warehouse-training", "--trainers", "0"], "No working day or no trainer is left."),
        (["warehouse-training", "--weekdays", "mon,funday"], "--weekdays: funday: name days of"),
        (["warehouse-training", "--go-live", "2027-02-31"], "argument --go-live: invalid"),
    ],
)
def test_what_cant_be_is_a_clear_error(tmp_path: Path, arguments, message: str) -> None:
    name, *more = arguments
    wanted = [name, "--go-live", "2027-03-01", "--learners", "8", "--output", tmp_path / "out"]
    result = run_script("plan.py", *wanted, *more)
    assert result.code != 0
    assert message in result.err
    assert not (tmp_path / "out").exists()

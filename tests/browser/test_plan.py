"""Training plans with dates: the rules, and the page that shows them."""

from __future__ import annotations

import collections
import datetime as dt
import random
import re
import subprocess

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from tests.browser.test_work import kept
from tests.fast.test_schedule import computed, planned
from tests.paper import pdf_text
from tests.schedules import CASES, plan, wishes
from tests.support import sample_content as content

PLAN = "scanner-training"
ADDRESS = f"toolkit/training-plans/{PLAN}/"


@pytest.mark.parametrize("name", CASES)
def test_sessions_fall_on_days_people_work(watched, address, name) -> None:
    given, wished, entries, warnings = CASES[name]
    watched.page.goto(f"{address}en/{ADDRESS}")
    result = watched.page.evaluate("([p, w]) => playbook.schedule(p, w)", [given, wished])
    assert [(e["id"], e["group"], e["date"]) for e in result["entries"]] == entries
    assert [warning["code"] for warning in result["warnings"]] == warnings
    assert watched.sound()


def test_whatever_is_wished_no_rule_is_broken(watched, address) -> None:
    chance = random.Random(20270301)
    tries = []
    for _ in range(200):
        days = sorted(chance.sample(range(-60, 40), chance.randint(1, 6)))
        start = dt.date(2027, 1, 1) + dt.timedelta(chance.randrange(300))
        off = [start + dt.timedelta(chance.randint(-50, 50)) for _ in range(8)]
        tries.append(
            [
                plan(*days, minutes=chance.choice([45, 90, 180, 360])),
                wishes(
                    golive=str(start),
                    weekdays=chance.sample(range(7), chance.randint(1, 7)),
                    holidays="\n".join(map(str, off)),
                    learners=chance.randint(1, 60),
                    trainers=chance.randint(1, 4),
                    size=chance.choice([None, 5, 12]),
                    today=str(start - dt.timedelta(chance.randint(0, 40))),
                ),
            ]
        )
    watched.page.goto(f"{address}en/{ADDRESS}")
    results = watched.page.evaluate("all => all.map(([p, w]) => playbook.schedule(p, w))", tries)
    for (given, wished), result in zip(tries, results, strict=True):
        entries = result["entries"]
        expected = planned(given, wished)
        assert [vars(one) | {"date": str(one.date)} for one in expected.entries] == entries
        assert [code for code, _ in expected.warnings] == [w["code"] for w in result["warnings"]]
        groups = -(-wished["learners"] // (wished["size"] or given["most"]))
        assert len(entries) == groups * len(given["sessions"])
        taught: collections.Counter = collections.Counter()
        for entry in entries:
            day = dt.date.fromisoformat(entry["date"])
            assert day.isoweekday() % 7 in wished["weekdays"]
            assert entry["date"] not in wished["holidays"].split("\n")
            assert 1 <= entry["trainer"] <= wished["trainers"]
            for who in ("trainer", "group"):
                taught[who, entry[who], day] += entry["minutes"]
        assert all(minutes <= 360 for minutes in taught.values())
        for group in range(1, groups + 1):
            own = [entry["date"] for entry in entries if entry["group"] == group]
            assert own == sorted(own)
    assert watched.sound()


def fill(page, name: str, value: str) -> None:
    place = page.locator(f".pb-plan [name={name}]")
    place.fill(value)
    place.blur()


def test_the_page_sets_dates_and_keeps_them(watched, address, tmp_path) -> None:
    page = watched.page
    item = content().library.entries["training_plan", PLAN].item
    page.goto(f"{address}en/{ADDRESS}")
    assert page.locator(".pb-timeline").is_hidden()
    fill(page, "golive", "2027-03-01")
    fill(page, "learners", str(2 * item.group_size.most))
    days = page.locator(".pb-timeline__day")
    assert days.last.locator("time").get_attribute("datetime") >= "2027-03-01"
    assert "Go-live" in page.locator(".pb-timeline__day--golive").inner_text()
    assert page.locator(".pb-timeline__day li").count() == 2 * len(item.sessions)
    assert "group 2" in page.locator(".pb-timeline").inner_text()
    # A holiday on each of those days moves them, and says so.
    dates = [d.get_attribute("datetime") for d in page.locator(".pb-timeline time").all()]
    fill(page, "holidays", "\n".join(date for date in dates if date != "2027-03-01"))
    assert page.locator(".pb-plan__warnings li").count() >= 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name="All sessions for a calendar").click()
    waiting.value.save_as(tmp_path / "plan.ics")
    events = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 2 * len(item.sessions)
    assert len({str(event["UID"]) for event in events}) == len(events)
    # The project's dates are in its other plans, and in the other language.
    page.goto(f"{address}zh/toolkit/training-plans/ledger-training/")
    assert page.locator(".pb-plan [name=golive]").input_value() == "2027-03-01"
    assert page.locator(".pb-plan [name=learners]").input_value() == ""
    assert "2027年3月1日" in page.locator(".pb-timeline__day--golive").inner_text()
    assert set(kept(page)) == {
        "project/calendar/row-000000000000",
        f"training-plan/{PLAN}/row-000000000000",
    }
    assert watched.sound()


# The library that writes the workbook leaves its styles to the program that opens it.
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_dates_leave_the_page_as_word_and_excel(watched, address, tmp_path, language) -> None:
    page = watched.page
    item = content().library.entries["training_plan", PLAN].item
    page.goto(f"{address}{language}/{ADDRESS}")
    fill(page, "golive", "2027-03-01")
    fill(page, "learners", str(2 * item.group_size.most))
    fill(page, "holidays", "<b>soon</b>")
    wished = wishes(golive="2027-03-01", holidays="", learners=2 * item.group_size.most)
    dates, _ = computed(item.dated(language), wished)
    titles = {session.id: session.title[language] for session in item.sessions}
    for name in ("Word", "Excel"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name).click()
        waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    text = Document(tmp_path / f"training-plan-{PLAN}.docx")
    kind = {"en": "Training plan: ", "zh": "培训计划："}[language]
    assert text.paragraphs[0].text == kind + item.title[language]
    assert any("<b>soon</b>" in paragraph.text for paragraph in text.paragraphs)
    assert text.core_properties.author == ""
    rows = [[cell.text for cell in row.cells] for row in text.tables[0].rows]
    group = {"en": "group {}", "zh": "第{}组"}[language]
    assert [row[:3] for row in rows[1:]] == [
        [date, titles[session], group.format(number)] for session, number, date in dates
    ]
    book = load_workbook(tmp_path / f"training-plan-{PLAN}.xlsx")
    found = list(book.worksheets[0].iter_rows(values_only=True))
    assert list(found[0]) == rows[0]
    assert [(str(row[0].date()), row[1]) for row in found[1:]] == [
        (date, titles[session]) for session, _, date in dates
    ]
    assert book.worksheets[0].freeze_panes == "A2"
    assert "2027-03-01" in [row[1] for row in book.worksheets[1].iter_rows(values_only=True)]
    # Another program opens both.
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    files = [*tmp_path.glob("*.docx"), *tmp_path.glob("*.xlsx")]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    for file in tmp_path.glob("*.pdf"):
        assert re.sub(r"\s", "", item.sessions[0].title[language]) in pdf_text(file.read_bytes())
    assert watched.sound()


def test_what_cant_be_is_said_in_words(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{ADDRESS}")
    fill(page, "golive", "2027-02-28")
    fill(page, "learners", "1")
    fill(page, "holidays", "<b>soon</b>")
    warnings = page.locator(".pb-plan__warnings").inner_text()
    assert "Nobody works on the go-live date, 2027-02-28." in warnings
    assert "A group has fewer than 4 learners" in warnings
    assert "“<b>soon</b>” is no day" in warnings
    assert watched.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_groups_and_trainers_are_told_apart(watched, address, language) -> None:
    page = watched.page
    page.goto(f"{address}{language}/{ADDRESS}")
    fill(page, "golive", "2027-03-01")
    fill(page, "learners", "20")
    fill(page, "size", "5")
    fill(page, "trainers", "2")
    first = page.locator(".pb-timeline__day").first.inner_text()
    words = {"en": "group 4 · trainer 2 · 90 min", "zh": "第4组 · 讲师2 · 90分钟"}[language]
    assert words in first
    fill(page, "size", "20")
    assert {"en": "Groups of 20", "zh": "每组20人"}[language] in page.locator(
        ".pb-plan__warnings"
    ).inner_text()
    # A go-live tomorrow leaves no day for what should come before it.
    fill(page, "golive", str(dt.date.today() + dt.timedelta(1)))
    assert {"en": "too near for the plan", "zh": "太近了"}[language] in page.locator(
        ".pb-plan__warnings"
    ).inner_text()
    assert watched.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_dated_plan_prints(watched, address, language) -> None:
    page = watched.page
    page.goto(f"{address}{language}/{ADDRESS}")
    words = {"en": "Withdates", "zh": "排日期"}[language]
    assert words not in pdf_text(page.pdf(format="A4"))
    fill(page, "golive", "2027-03-01")
    text = pdf_text(page.pdf(format="A4"))
    assert words in text
    assert {"en": "Monday,March1,2027", "zh": "2027年3月1日"}[language] in text
    assert watched.sound()

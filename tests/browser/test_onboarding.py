"""The path of a new consultant: stages, each with how far one is."""

from __future__ import annotations

import re

import pytest

from tests.support import sample_content as content

STAGES = ["first-month"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_path_shows_how_far_one_is(watched, address, language) -> None:
    page, library = watched.page, content().library
    page.goto(f"{address}en/toolkit/checklists/first-month-list/")
    page.locator("#first-month-list-c01 .pb-thumb").click()
    page.goto(f"{address}{language}/onboarding/")
    heads = page.locator("[data-progress] h3")
    assert [head.get_attribute("id") for head in heads.all()] == STAGES
    count = len(list(library.entries["checklist", "first-month-list"].item.line_ids()))
    far = [re.search(r"(\d+)%", text)[1] for text in heads.all_inner_texts()]
    assert far == [str(round(100 / count))]
    first = page.locator("[data-listed='checklist/first-month-list'] .pb-work__count")
    assert re.findall(r"\d+", first.inner_text()) == ["1", str(count)]
    # The drills that the page of the stage inserts.
    calls = content().pages["en"]["onboarding/first-month.md"].calls
    drills = {f"drill/{call.target}" for call in calls if call.name == "drill"}
    assert drills
    cards = page.locator("[data-listed^='drill/']").all()
    assert {card.get_attribute("data-listed") for card in cards} == drills
    assert watched.sound()

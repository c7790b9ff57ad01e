"""The path of a new consultant: three stages, each with how far one is."""

from __future__ import annotations

import re

import pytest

from tests.conftest import content

STAGES = ["first-30-days", "days-31-to-60", "days-61-to-90"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_path_shows_how_far_one_is(watched, address, language) -> None:
    page, library = watched.page, content().library
    page.goto(f"{address}en/toolkit/checklists/onboarding-30/")
    page.locator("#onboarding-30-c01 .pb-thumb").click()
    page.goto(f"{address}{language}/onboarding/")
    heads = page.locator("[data-progress] h3")
    assert [head.get_attribute("id") for head in heads.all()] == STAGES
    count = len(list(library.entries["checklist", "onboarding-30"].item.line_ids()))
    far = [re.search(r"(\d+)%", text)[1] for text in heads.all_inner_texts()]
    assert far == [str(round(100 / count)), "0", "0"]
    first = page.locator("[data-listed='checklist/onboarding-30'] .pb-work__count")
    assert re.findall(r"\d+", first.inner_text()) == ["1", str(count)]
    # Every drill of the library belongs to a stage.
    drills = {f"drill/{entry.item.id}" for entry in library.of_kind("drill")}
    cards = page.locator("[data-listed^='drill/']").all()
    assert {card.get_attribute("data-listed") for card in cards} == drills
    assert watched.sound()

"""The calculation on a page: worked out again as figures change, offline, and on paper."""

from __future__ import annotations

import pytest

from macros.kinds.calculation.model import Calculation
from tests.paper import pdf_text
from tests.support import sample_content as content

NAME = "scanner-case"
PATH = f"toolkit/calculations/{NAME}/"
CHANGES = [{"n02": 0.25}, {"n05": 6.5, "n06": 9}, {"n07": 12.5}, {"n01": 0, "n08": 0, "n04": 0}]


@pytest.fixture(scope="module")
def item() -> Calculation:
    return content().library.entries["calculation", NAME].item


def results(page) -> dict[str, str]:
    return {
        place.get_attribute("data-result"): place.inner_text()
        for place in page.locator("[data-result]").all()
    }


def expected(item: Calculation, values: dict[str, float], never: str) -> dict[str, str]:
    worked = item.results(values)
    amounts = worked.totals | {"net-a-year": worked.net_a_year, "net-over": worked.net_over}
    shown = {name: f"{value:,.0f}" for name, value in amounts.items()}
    return shown | {"payback": never if worked.payback is None else f"{worked.payback:,.1f}"}


@pytest.mark.parametrize(("language", "never"), [("en", "never"), ("zh", "无法收回")])
def test_the_page_works_out_what_the_model_does(watched, address, item, language, never) -> None:
    page = watched.page
    page.goto(f"{address}{language}/{PATH}")
    assert results(page) == expected(item, item.values, never)
    percent = {figure.id for figure in item.inputs if figure.unit.en == "%"}
    for change in CHANGES:
        page.get_by_role("button").get_by_text(
            {"en": "Back to the example", "zh": "恢复示例"}[language]
        ).click()
        for figure, value in change.items():
            page.locator(f"#{NAME}-{figure} input").fill(str(value))
        values = {name: v / 100 if name in percent else v for name, v in change.items()}
        assert results(page) == expected(item, item.values | values, never)
        for figure, value in change.items():
            shown = page.locator(f'[data-shows="{figure}"]').first.inner_text()
            assert shown.rstrip("%") == f"{value:,}"
    assert watched.sound()


@pytest.mark.parametrize(("figure", "value"), [("n01", ""), ("n01", "-5"), ("n05", "0")])
def test_a_figure_that_is_none_is_marked_and_nothing_is_claimed(watched, address, figure, value):
    page = watched.page
    page.goto(f"{address}en/{PATH}")
    field = page.locator(f"#{NAME}-{figure} input")
    field.fill(value)
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("title") == "Enter a number"
    assert set(results(page).values()) == {"–"}
    field.fill("5")
    assert "–" not in results(page).values()


def test_it_works_from_a_file_and_prints_what_was_filled_in(browser, sample_site) -> None:
    page = browser.new_context(offline=True).new_page()
    page.goto((sample_site / "zh" / PATH / "index.html").as_uri())
    page.locator(f"#{NAME}-n02 input").fill("0.75")
    assert results(page)["gain"] == "661,000"
    text = pdf_text(page.pdf(format="A4"))
    assert "661,000" in text
    assert "9,000×0.75×60" in text
    assert "恢复示例" not in text
    page.context.close()


def test_without_scripts_the_example_stands_with_its_arithmetic(browser, address) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}en/about/pieces/")
    assert page.locator(f"#{NAME}-l01").inner_text().split("\t")[1:] == [
        "9,000 × 0.5 × 60",
        "270,000",
    ]
    assert results(page)["payback"] == "33.5"
    assert page.locator(".pb-calculation input").count() == 0
    page.context.close()

"""What single kinds work out: drawings, amounts, and what they refuse."""

from __future__ import annotations

import copy
import re

import pytest
import yaml
from pydantic import ValidationError

from macros.contracts.fields import LANGUAGES
from macros.kinds.calculation.model import Calculation
from macros.kinds.process_map.drawing import BOX, LANE, wrap
from macros.kinds.process_map.model import ProcessMap
from tests.support import SAMPLE
from tests.support import sample_content as content


def data(path: str) -> dict:
    return yaml.safe_load((SAMPLE / "docs/library" / path).read_text("utf-8"))


@pytest.fixture(scope="module")
def maps() -> list[ProcessMap]:
    return [entry.item for entry in content().library.of_kind("process_map")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_map_keeps_its_symbols_apart(maps: list[ProcessMap], language: str) -> None:
    """No symbol leaves its lane or meets another; every step leads somewhere but the end."""
    for item in maps:
        for name in ("before", "after"):
            drawing = item.drawing(name, language)
            bottom = 0.0
            for symbol in drawing.symbols:
                lane = [lane.id for lane in item.lanes].index(symbol.step.lane)
                assert lane * LANE <= symbol.x - symbol.width / 2
                assert symbol.x + symbol.width / 2 <= (lane + 1) * LANE
                assert symbol.y - symbol.height / 2 > bottom
                bottom = symbol.y + symbol.height / 2
            assert bottom < drawing.height
            answers = sum(len(step.to) or 1 for step in getattr(item, name) if step.kind != "end")
            assert len(drawing.flows) == answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flow_past_other_rows_crosses_no_symbol(maps: list[ProcessMap], language: str) -> None:
    for item in maps:
        for name in ("before", "after"):
            drawing = item.drawing(name, language)
            for flow in drawing.flows:
                if not (match := re.fullmatch(r"M(\S+) (\S+)H(\S+)V(\S+)H(\S+)", flow.path)):
                    continue
                _, y1, gutter, y2, _ = map(float, match.groups())
                for symbol in drawing.symbols:
                    passed = min(y1, y2) < symbol.y < max(y1, y2)
                    assert not (passed and abs(symbol.x - gutter) < symbol.width / 2)


@pytest.mark.parametrize(
    "text",
    ["Choose supplier from price list", "品名数量看得清吗？按价格表选供应商", "录入ERP系统100%"],
)
def test_words_are_wrapped_to_the_box(text: str) -> None:
    lines = wrap(text, BOX)
    assert " ".join(lines) == text or "".join(lines) == text
    assert all(len(line) <= BOX / 6 for line in lines)
    assert not any(line.startswith(("，", "？", "%")) for line in lines)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda d: d["before"][1].update(lane="nobody"), "b02 names the unknown lane 'nobody'"),
        (lambda d: d["after"][2]["to"].pop(), "the decision n03 needs two answers"),
        (lambda d: d["after"][2]["to"][0].update(step="n99"), "leads to the unknown step 'n99'"),
        (lambda d: d["before"][0].update(kind="task"), "before: the first step is a start"),
        (lambda d: d["after"].pop(), "after: the last step is an end"),
        (
            lambda d: d["before"][1].update(to=[{"step": "b03"}, {"step": "b04"}]),
            "b02 leads to several steps and is no decision",
        ),
    ],
)
def test_a_map_that_cannot_be_read_is_refused(edit, message: str) -> None:
    item = data("process-maps/receipt-map.yml")
    edit(item)
    with pytest.raises(ValidationError, match=re.escape(message)):
        ProcessMap.model_validate(item)


def test_the_example_works_out_as_the_page_tells_it() -> None:
    item = Calculation.model_validate(data("calculations/scanner-case.yml"))
    assert {line.id: round(item.amount(line)) for line in item.lines} == {
        "l01": 270000, "l02": 160000, "l03": 96000, "l04": 180000,
        "l05": 48000, "l06": 550000, "l07": 192000, "l08": 90000,
    }  # fmt: skip
    results = item.results()
    assert round(results.net_a_year) == 298000
    assert round(results.payback, 1) == 33.5
    assert round(results.net_over) == 658000


def test_half_of_the_largest_gain_and_none_at_all() -> None:
    item = Calculation.model_validate(data("calculations/scanner-case.yml"))
    half = item.results(item.values | {"n02": 0.25})
    assert round(half.payback) == 61
    assert item.results(item.values | {"n01": 0, "n08": 0}).payback is None


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda d: d["lines"][0]["terms"][0]["times"].append("n99"), "unknown figures: n99"),
        (lambda d: d["lines"].pop(0), "no line uses the figures: n01, n02, n03"),
        (lambda d: d["inputs"][4].update(value=0), "divided by can't be 0: n05"),
        (
            lambda d: [line.update(kind="gain") for line in d["lines"]],
            "lines of all three kinds are needed",
        ),
    ],
)
def test_a_calculation_that_cannot_be_worked_out_is_refused(edit, message: str) -> None:
    item = copy.deepcopy(data("calculations/scanner-case.yml"))
    edit(item)
    with pytest.raises(ValidationError, match=re.escape(message)):
        Calculation.model_validate(item)

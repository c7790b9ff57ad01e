"""Prose and figures are measured as a reader would."""

from __future__ import annotations

import pytest

from macros.content.prose import amount, figures, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200,000 pieces", "120万件"),
        ("1.2 million", "1,200,000元"),
        ("stock turnover up 20 %", "库存周转提高20%"),
        ("T-14 to T-1", "T-14至T-1"),
        ("at 9:00 on 2026-11-23", "2026-11-23的9:00"),
        ("2 thousand", "2000"),
        ("0–5 minutes", "0–5分钟"),
        ("3.50", "3.5"),
        ("on 15 March, for 2 months", "3月15日，2个月"),
        ("in May and in December", "5月和12月"),
    ],
)
def test_figures_are_compared_by_value(one: str, other: str) -> None:
    assert figures(one) == figures(other)


@pytest.mark.parametrize(
    "text",
    [
        "1. First\n2. Second",  # list markers
        "[a page](page-2.md#part-3)",  # addresses
        '{{ checklist("list-9") }}',  # macro calls
        "## Heading {#part-4}",  # ids
        "S4 and B2B are names",  # names
    ],
)
def test_what_is_no_figure_is_not_counted(text: str) -> None:
    assert not figures(text)


def test_different_values_differ() -> None:
    assert figures("3 days") != figures("4天")
    assert figures("12万") != figures("12")


def test_amount_counts_words_and_characters() -> None:
    assert amount("Ask for the *last* order.", "en") == 5
    assert amount("问最近一张订单，用ERP。", "zh") == 9
    assert amount('{{ checklist("first-visit") }}', "en") == 0


def test_plain_keeps_what_a_reader_sees() -> None:
    assert plain("- see [the page](x.md){.y}").strip() == "see the page"

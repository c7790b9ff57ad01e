"""A calculation as a sheet: its figures, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row, one_line
from macros.contracts.words import Words
from macros.kinds.calculation.model import Calculation


def groups(item: Calculation, words: Words) -> Iterator[Group]:
    """The example's figures with room for the client's own, then gains and costs."""
    columns = (
        Column(words.t("figure"), width=36),
        Column(words.t("value"), "number", 12),
        Column(words.t("file-yours"), "fill", 12),
        Column(words.t("file-unit"), width=12),
        Column(words.t("source"), width=28),
    )
    rows = (
        Row((words.tr(f.text), f.value, "", words.tr(f.unit), words.tr(f.source)), f.id)
        for f in item.inputs
    )
    yield Group(words.t("calculation-inputs"), columns, tuple(rows))
    amounts = (
        Column(words.t("line"), width=70),
        Column(one_line(f"{words.t('amount')} ({words.tr(item.currency)})"), "number", 30),
    )
    for kind in ("gain", "cost-a-year", "cost-once"):
        lines = (
            Row((words.tr(line.text), round(item.amount(line))), line.id)
            for line in item.of_kind(kind)
        )
        yield Group(words.t(f"sum-{kind}"), amounts, tuple(lines))
    results = item.results()
    payback = results.payback
    shown = (
        (words.t("net-a-year"), round(results.net_a_year)),
        (words.t("payback"), words.t("never") if payback is None else round(payback, 1)),
        (f"{item.years} {words.t('net-over')}", round(results.net_over)),
    )
    yield Group(words.t("result"), amounts, tuple(Row(pair) for pair in shown))

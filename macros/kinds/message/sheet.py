"""A message as a sheet: the text, what to fill in, what must be in it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words
from macros.kinds.message.model import Message


def groups(item: Message, words: Words) -> Iterator[Group]:
    """How it goes out, the text with its places, and what it must hold."""
    facts = (
        (words.t("channel"), words.t(f"channel-{item.channel}")),
        (words.t("message-to"), words.tr(item.to)),
        (words.t("message-when"), words.tr(item.when)),
        (words.t("signed-by"), words.role(item.signed_by)),
    )
    names = (Column(words.t("channel"), width=24), Column(words.t("value"), width=76))
    yield Group(words.t("kind-message"), names, tuple(Row(fact) for fact in facts))
    text = f"{words.tr(item.subject)}\n\n{words.tr(item.body)}"
    yield Group(words.t("message-text"), text=text)
    places = (
        Column(words.t("placeholders"), width=30),
        Column(words.t("example"), width=35),
        Column(words.t("value"), "fill", 35),
    )
    rows = (Row((words.tr(p.text), words.tr(p.example), "")) for p in item.placeholders)
    yield Group(words.t("placeholders"), places, tuple(rows))
    musts = (words.tick(line.id, words.tr(line.text)) for line in item.musts)
    yield Group(words.t("musts"), words.ticks(), tuple(musts))

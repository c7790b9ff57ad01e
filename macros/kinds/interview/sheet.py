"""An interview template as a sheet, with room for the answers."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words
from macros.kinds.interview.model import Interview, Question


def groups(item: Interview, words: Words) -> Iterator[Group]:
    """Goal, what to ask for, opening, the questions by topic, closing."""
    yield Group(words.t("goal"), text=words.tr(item.goal))
    yield Group(words.t("interviewees"), text=words.tr(item.interviewees))
    asked = (words.tick(ask.id, words.tr(ask.text)) for ask in item.ask_beforehand)
    yield Group(words.t("ask-beforehand"), words.ticks(), tuple(asked))
    yield Group(words.t("opening"), text=words.tr(item.opening.words))
    columns = (
        Column(words.t("file-question"), width=34),
        Column(words.t("listen-for"), width=32),
        Column(words.t("file-answer"), "fill", 34),
    )
    for section in item.sections:
        title = f"{words.t(f'topic-{section.topic}')} ({section.minutes} {words.t('minutes')})"
        yield Group(title, columns, tuple(_row(question, words) for question in section.questions))
    yield Group(words.t("closing"), text=words.tr(item.closing.teach_back))
    yield Group(words.t("last-words"), text=words.tr(item.closing.words))


def _row(question: Question, words: Words) -> Row:
    ask = "\n".join(filter(None, [words.tr(question.ask), words.lines(question.probes)]))
    heard = (f"{words.tr(s.says)}\n→ {words.tr(s.means)}" for s in question.listen_for)
    return Row((ask, "\n".join(heard), ""), question.id)

"""A quiz as a sheet: the questions, and the answers on the last pages."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words
from macros.kinds.quiz.model import Question, Quiz

LETTERS = "ABCDEF"


def groups(item: Quiz, words: Words) -> Iterator[Group]:
    """Questions with room for an answer, then the answers explained."""
    columns = (
        Column(words.t("file-question"), width=42),
        Column(words.t("file-answer"), width=44),
        Column(words.t("file-yours"), "fill", 14),
    )
    yield Group(
        f"{words.t('passed')}: {item.needed} / {len(item.questions)}",
        columns,
        tuple(_question_row(question, item, words) for question in item.questions),
    )
    answers = (Column(words.t("file-answer"), width=40), Column(words.t("file-why"), width=60))
    rows = (_answer_row(n, question, item, words) for n, question in enumerate(item.questions, 1))
    yield Group(words.t("file-answers"), answers, tuple(rows))


def _question_row(question: Question, item: Quiz, words: Words) -> Row:
    options = zip(LETTERS, item.shuffle(question), strict=False)
    shown = "\n".join(f"{letter}  {words.tr(option.text)}" for letter, option in options)
    ask = f"{words.tr(question.ask)}\n({words.t(f'quiz-{question.type}')})"
    return Row((ask, shown, ""), question.id)


def _answer_row(number: int, question: Question, item: Quiz, words: Words) -> Row:
    letters = {o.id: letter for letter, o in zip(LETTERS, item.shuffle(question), strict=False)}
    right = [o for o in question.options if o.right or question.type == "order"]
    shown = "\n".join(f"{letters[o.id]}  {words.tr(o.text)}" for o in right)
    return Row((f"{number}\n{shown}", words.tr(question.explanation)))

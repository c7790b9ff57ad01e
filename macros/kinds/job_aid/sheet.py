"""A job aid as a sheet: the rule, each task with its steps, what never helps."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Group, one_line
from macros.contracts.words import Words
from macros.kinds.job_aid.model import JobAid


def groups(item: JobAid, words: Words) -> Iterator[Group]:
    """The rule, the tasks with numbered steps, and the warnings."""
    yield Group(words.t("job-aid-rule"), text=words.tr(item.rule))
    for task in item.tasks:
        steps = (f"{n}. {one_line(words.tr(s.text))}" for n, s in enumerate(task.steps, 1))
        yield Group(one_line(words.tr(task.title)), text="\n".join(steps))
    never = (f"× {one_line(words.tr(line.text))}" for line in item.never)
    yield Group(words.t("job-aid-never"), text="\n".join(never))

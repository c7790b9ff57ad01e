"""What the rules of wording catch, and what they leave in peace."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from macros.checks import wording
from macros.checks.repeats import NEARLY, alike, words
from macros.kinds import kinds
from tests.support import content, run_script, sample_content


@functools.cache
def rules() -> dict:
    found = content().library.wording
    return wording._act_rules(found) | wording._question_rules(found)


def caught(text: str, language: str, kind: str) -> set[str]:
    return {
        code
        for code, (finds, _, _) in rules().items()
        if code.startswith(kind) and finds(text, language)
    }


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Send the minutes within 24 hours.", "en", set()),
        ("The minutes are sent.", "en", {"act-verb"}),
        ("Communicate well with the users.", "en", {"act-vague"}),
        ("Betray nobody.", "en", {"act-verb"}),  # "be" is a word, not a beginning
        ("Count records, duplicates and empty fields.", "en", set()),
        ("Describe each change with reason and test case.", "en", set()),
        ("Print the list and hang it on the door.", "en", {"act-two"}),
        ("Print the list; hang it up.", "en", {"act-two"}),
        ("24小时内发出纪要。", "zh", set()),
        ("确保纪要及时。", "zh", {"act-vague"}),
        ("打印清单，再贴到门上。", "zh", {"act-two"}),
        ("打印清单；贴到门上。", "zh", {"act-two"}),
        ("与发起人商定，写明时长和发言人。", "zh", set()),
    ],
)
def test_an_act(text: str, language: str, codes: set[str]) -> None:
    assert caught(text, language, "act-") == codes


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("How does a need reach you?", "en", set()),
        ("Take the last order that was late. Where did it begin?", "en", set()),
        ("Do you check the stock?", "en", {"question-closed"}),
        ("Take the last order. Was it late?", "en", {"question-closed"}),
        ("What can be read, and how?", "en", {"question-double"}),
        ("Who counts? When?", "en", {"question-double"}),
        ("Surely that takes long?", "en", {"question-leading"}),
        ("它是从哪儿开始的？", "zh", set()),
        ("库存准吗？", "zh", {"question-closed"}),
        ("是否有人核对？", "zh", {"question-closed"}),
        ("谁来核对，多久一次？", "zh", {"question-double"}),
        ("该配哪个件，您怎么查？", "zh", set()),  # a topic and one question about it
        ("谁来核对，什么时候核对？", "zh", {"question-double"}),
        ("哪些东西要手抄？", "zh", set()),
        ("这样太慢了，对吧？", "zh", {"question-leading"}),
    ],
)
def test_a_question(text: str, language: str, codes: set[str]) -> None:
    assert caught(text, language, "question-") == codes


@pytest.mark.parametrize(
    ("language", "one", "other", "same"),
    [
        ("en", "Send the minutes on the day.", "Send the minutes on the same day.", True),
        ("en", "Send the minutes on the day.", "Send the invitation a week before.", False),
        (
            "zh",
            "会后当天就把纪要连同行动项发给全体与会人员。",
            "会后当天把纪要连同行动项发给全体与会人员。",
            True,
        ),
        ("zh", "会后当天发出纪要。", "会前一周发出通知。", False),
    ],
)
def test_nearly_the_same(language: str, one: str, other: str, same: bool) -> None:
    assert (alike(words(one, language), words(other, language)) > NEARLY) == same


def test_an_exception_is_stated_and_kept(sample: Path) -> None:
    path = sample / "docs/library/checklists/visit-list.yml"
    text = path.read_text("utf-8").replace("en: Check", "en: Well, check", 4)
    path.write_text(text, "utf-8")
    assert "[act-verb]" in run_script("check.py", "--root", sample).out
    lines = re.sub("- id: c01", "- id: c01\n        exception: Said so on the floor.", text)
    path.write_text(lines.replace("- id: c02", "- id: c02\n        exception: short"), "utf-8")
    out = run_script("check.py", "--root", sample).out
    assert "c01" not in out
    assert "at least 10 characters" in out


def test_stats_count_what_is_there(sample: Path) -> None:
    result = run_script("check.py", "--root", sample, "--stats")
    assert result.code == 0
    rows = {line.split()[0]: line.split()[1:] for line in result.out.splitlines() if line}
    library = sample_content().library
    for kind in kinds().values():
        entries = library.of_kind(kind.name)
        lines = sum(len(list(entry.item.line_ids())) for entry in entries)
        clients = sum(entry.item.audience == "client" for entry in entries)
        assert rows[kind.folder][:3] == [str(len(entries)), str(clients), str(lines)]
    assert int(rows["activity"][0]) == len(
        [p for p in (sample / "docs/en").rglob("*.md") if "type: activity" in p.read_text("utf-8")]
    )

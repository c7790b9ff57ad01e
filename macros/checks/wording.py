"""Acts begin with a verb and are one act; questions are open, neutral and ask one thing.

Only what can be told from the words is told. A line that breaks a rule for a reason says
so in its field `exception`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from macros.content.library import LIBRARY, Entry
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES, Loc, Text
from macros.contracts.findings import Finding
from macros.contracts.item import Worded
from macros.contracts.vocabulary import Wording

CODES = {
    "act-verb": "an act begins with a verb of docs/library/wording.yml",
    "act-vague": "an act names what can be looked at: no 'ensure', no 确保",
    "act-two": "two acts are two lines",
    "question-closed": "an interview question can't be answered with yes or no",
    "question-leading": "an interview question doesn't suggest its answer",
    "question-double": "an interview question asks one thing",
}
EXCEPTION = "or give the line an 'exception' that says why it stays"
_AUXILIARY = (
    "am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must"
)
_ASKING = "how|what|who|whom|whose|when|where|which|why"
_ASKING_ZH = "怎么|如何|谁|什么|多久|多少|为什么|哪"
# A verb that a second act begins with is followed by what it acts on.
_OBJECT = r"(?:the|a|an|each|every|all|it|them|him|her|its|their|your|our|his|one|no|\d+)\b"
CLOSED = {
    "en": re.compile(rf"(?:^|[.!:] )(?:{_AUXILIARY})(?:n't)? [^.!:]*\?$", re.IGNORECASE),
    "zh": re.compile(rf"^(?!.*(?:{_ASKING_ZH}|几)).*(?:吗|么|是否.*|有没有.*|是不是.*)[?？]$"),
}
DOUBLE = {
    "en": re.compile(rf"\?.*\?|\b(?:and|or) (?:also )?(?:{_ASKING})\b[^.?]*\?", re.IGNORECASE),
    "zh": re.compile(
        rf"？.*？|(?:{_ASKING_ZH})[^，；？]*[，；](?:又|还|以及|还有)?(?:{_ASKING_ZH})[^？]*？"
    ),
}
TWO_ZH = re.compile(r"；|[，、](?:并且?|然后|随后|接着|同时|再)(?!不)")


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Check the acts and the questions of all items."""
    if not site.library.is_readable("wording.yml"):
        return
    wording = site.library.wording
    act, question = _act_rules(wording), _question_rules(wording)
    for entry in site.library.entries.values():
        for loc, line, text in entry.item.acts():
            yield from _check_line(entry, loc, line, text, act)
        for loc, line, text in entry.item.asks():
            yield from _check_line(entry, loc, line, text, question)


# code: what it finds in a text of a language, what is expected, how to fix it
Rules = dict[str, tuple[Callable[[str, str], str | None], str, str]]


def _act_rules(wording: Wording) -> Rules:
    verbs = set(wording.verbs)
    starts = {
        "en": re.compile(rf"^(?:{'|'.join(wording.vague.en)})\b", re.IGNORECASE),
        "zh": re.compile(rf"^(?:{'|'.join(wording.vague.zh)})"),
    }
    second = re.compile(rf"\b(?:and|then)\s+(?:then\s+)?({'|'.join(verbs)})\s+{_OBJECT}|;")

    def verb(text: str, language: str) -> str | None:
        word = re.split(r"[\s,:]", text, maxsplit=1)[0]
        known = language != "en" or word.lower() in verbs or starts["en"].match(text)
        return None if known else f"'{word}'"

    def vague(text: str, language: str) -> str | None:
        return _match(starts[language], text)

    def two(text: str, language: str) -> str | None:
        return _match(second if language == "en" else TWO_ZH, text)

    return {
        "act-verb": (
            verb,
            "a verb, such as 'Send' or 'Count'",
            f"begin with what is done, or add the verb to {LIBRARY}/wording.yml",
        ),
        "act-vague": (vague, "an act whose result can be seen", "say what is done"),
        "act-two": (two, "one act", "make it two lines, each with its evidence"),
    }


def _question_rules(wording: Wording) -> Rules:
    def closed(text: str, language: str) -> str | None:
        return _match(CLOSED[language], text)

    def leading(text: str, language: str) -> str | None:
        words = (w for w in wording.leading[language] if w.lower() in text.lower())
        return next((f"'{word}'" for word in words), None)

    def double(text: str, language: str) -> str | None:
        return _match(DOUBLE[language], text)

    return {
        "question-closed": (closed, "an open question", "ask how, what, when, or 'Take the last…'"),
        "question-leading": (leading, "a neutral question", "leave out what you expect to hear"),
        "question-double": (double, "one thing asked", "make the second one a probe"),
    }


def _match(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return f"'{found[0].strip()}'" if found else None


def _check_line(
    entry: Entry, loc: Loc, line: Worded, text: Text, rules: Rules
) -> Iterator[Finding]:
    if line.exception:
        return
    for language in LANGUAGES:
        for code, (finds, expected, remedy) in rules.items():
            if found := finds(text[language], language):
                yield Finding(
                    entry.source.path,
                    entry.source.line((*loc, language)),
                    code,
                    f"{found} in line {line.id}",
                    expected,
                    f"{remedy}; {EXCEPTION}",
                )

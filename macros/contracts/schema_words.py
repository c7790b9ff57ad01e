"""What a data contract complains of, in an author's words.

The validator speaks to programmers ("Input should be a valid dictionary or instance of
Retired"); an author is told what is there, what belongs there, and what to do.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

# By the validator's kind of problem: what was expected. {…} are its details.
EXPECTED: dict[str, str] = {
    "model_type": "keys and values below it, indented by two spaces",
    "dict_type": "keys and values below it, indented by two spaces",
    "model_attributes_type": "keys and values below it, indented by two spaces",
    "list_type": "a list: each entry on a line that begins with '- '",
    "string_type": "text; what looks like a number, a date or yes and no is put in quotes",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "literal_error": "one of {expected}",
    "enum": "one of {expected}",
    "too_short": "{min_length} or more, here are {actual_length}",
    "too_long": "{max_length} at most, here are {actual_length}",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than": "less than {lt}",
    "less_than_equal": "{le} at most",
}
WHOLE = "the file"  # the place of a problem that is in no part of it
PATTERNS: dict[str, str] = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "lower-case letters and digits, words joined by hyphens",
    r"^[a-z]{1,3}[0-9]{2,3}$": "one to three letters and two or three digits, such as c07",
}


def without_echoes(problems: list[Any], known: set[str]) -> list[Any]:
    """The problems without those that follow from another: a misspelled key is one fault.

    It is unknown, and the key that it should be is missing.
    """
    meant = {
        (*problem["loc"][:-1], near)
        for problem in problems
        if problem["type"] == "extra_forbidden"
        for near in get_close_matches(str(problem["loc"][-1]), known, 1)
    }
    return [p for p in problems if p["type"] != "missing" or p["loc"] not in meant]


def is_empty(problem: Any) -> bool:
    """Whether a text is there but says nothing."""
    return problem["type"] != "missing" and problem["input"] in (None, "")


def explain(problem: Any, where: str, known: set[str]) -> tuple[str, str, str]:
    """What was found, what was expected and what to do, of a problem of pydantic's.

    `where` is the place in the data; `known` are the names of all fields of the contract.
    """
    kind, value = problem["type"], problem["input"]
    message: str = problem["msg"].removeprefix("Value error, ")
    last = where.rpartition(".")[2]
    if kind == "extra_forbidden":
        close = get_close_matches(last, known, 1)
        remedy = f"did you mean '{close[0]}'?" if close else "take it out"
        return f"unknown key '{where}'", "only the keys of the data contract", remedy
    if kind == "missing":
        return f"'{where}' is missing", f"a value for '{last}'", "add it"
    if is_empty(problem):
        return f"'{where}' is empty", "some text", "write it"
    if kind.startswith("date"):
        return f"'{where}' is '{value}'", "a day written YYYY-MM-DD", "correct the date"
    if kind == "value_error" and isinstance(value, dict | list):
        # A model's own sentence says what doesn't fit.
        at = "" if where == WHOLE else f"'{where}': "
        expected = "parts that agree, as many as the contract asks for"
        return f"{at}{message}", expected, "correct it"
    if kind == "string_pattern_mismatch":
        expected = PATTERNS.get(str(problem["ctx"]["pattern"]), message)
        return f"'{where}' is '{value}'", expected, "correct the value"
    expected = EXPECTED.get(kind, message).format(**problem.get("ctx", {}))
    shown = "" if isinstance(value, dict | list) else f" {value!r}"
    return f"'{where}' is{shown or ' not as it should be'}", expected, "correct the value"

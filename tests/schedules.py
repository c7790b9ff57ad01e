"""Cases of dated training plans, held against both computations: in Python and in the page."""

from __future__ import annotations

WEEK = [1, 2, 3, 4, 5]


def plan(*days: int, minutes: int = 90, least: int = 4, most: int = 8) -> dict:
    sessions = [{"id": f"s{n:02}", "day": day, "minutes": minutes} for n, day in enumerate(days, 1)]
    return {"sessions": sessions, "least": least, "most": most}


def wishes(**more) -> dict:
    # 1 March 2027 is a Monday.
    return {"golive": "2027-03-01", "weekdays": WEEK, "learners": 8, "trainers": 1} | more


CASES = {
    "as the plan says": (
        plan(-14, -7, 3),
        wishes(),
        [("s01", 1, "2027-02-15"), ("s02", 1, "2027-02-22"), ("s03", 1, "2027-03-04")],
        [],
    ),
    "a weekend: the Friday before, after go-live the Monday after": (
        plan(-9, -8, 5, 6),
        wishes(),
        [
            ("s01", 1, "2027-02-19"),
            ("s02", 1, "2027-02-19"),
            ("s03", 1, "2027-03-08"),
            ("s04", 1, "2027-03-08"),
        ],
        ["moved", "moved", "moved", "moved"],
    ),
    "a holiday week": (
        plan(-14, -7),
        wishes(holidays="2027-02-15..2027-02-21\n2027-02-22"),
        [("s01", 1, "2027-02-12"), ("s02", 1, "2027-02-12")],
        ["moved", "moved"],
    ),
    "a six-day week": (
        plan(-9),
        wishes(weekdays=[1, 2, 3, 4, 5, 6]),
        [("s01", 1, "2027-02-20")],
        [],
    ),
    # Four sessions of 90 minutes fill a trainer's day; the fifth group comes the day after.
    "five groups and one trainer": (
        plan(-14),
        wishes(learners=40),
        [("s01", group, "2027-02-15") for group in (1, 2, 3, 4)] + [("s01", 5, "2027-02-16")],
        [],
    ),
    "five groups and two trainers": (
        plan(-14),
        wishes(learners=40, trainers=2),
        [("s01", group, "2027-02-15") for group in (1, 2, 3, 4, 5)],
        [],
    ),
    # Twelve hours in one day would fit two trainers, but not the people who learn.
    "two long sessions of one group": (
        plan(-14, -14, minutes=360),
        wishes(trainers=2),
        [("s01", 1, "2027-02-15"), ("s02", 1, "2027-02-16")],
        [],
    ),
    # 720 minutes are two trainers' day, but nobody teaches half of the third session.
    "three groups that two trainers can't share": (
        plan(-14, minutes=240),
        wishes(learners=24, trainers=2),
        [("s01", 1, "2027-02-15"), ("s01", 2, "2027-02-15"), ("s01", 3, "2027-02-16")],
        [],
    ),
    "smaller groups than the plan says": (
        plan(-14),
        wishes(size=4),
        [("s01", 1, "2027-02-15"), ("s01", 2, "2027-02-15")],
        [],
    ),
    "groups too small to learn from each other": (
        plan(-14),
        wishes(size=5, learners=6),
        [("s01", 1, "2027-02-15"), ("s01", 2, "2027-02-15")],
        ["few"],
    ),
    "more in a room than can practise": (
        plan(-14),
        wishes(size=12, learners=12),
        [("s01", 1, "2027-02-15")],
        ["crowded"],
    ),
    "a go-live that is too near": (
        plan(-14, -7, -1),
        wishes(today="2027-02-23"),
        [("s01", 1, "2027-02-15"), ("s02", 1, "2027-02-22"), ("s03", 1, "2027-02-26")],
        ["moved", "past"],
    ),
    "a holiday without end": (
        plan(-14),
        wishes(
            holidays="2026-01-01..2026-12-31\n2027-01-01..2027-12-31\n"
            "2028-01-01..2028-12-31\n2029-01-01..2029-12-31"
        ),
        [],
        ["nobody"],
    ),
    "a group never has a session before its last one": (
        plan(-4, -3, minutes=360),
        wishes(learners=16),
        [
            ("s01", 1, "2027-02-25"),
            ("s01", 2, "2027-02-26"),
            ("s02", 1, "2027-03-01"),
            ("s02", 2, "2027-03-02"),
        ],
        ["late", "late"],
    ),
    "too few learners": (plan(-14), wishes(learners=2), [("s01", 1, "2027-02-15")], ["few"]),
    "go-live on a Sunday": (
        plan(-14),
        wishes(golive="2027-02-28"),
        [("s01", 1, "2027-02-12")],
        ["golive", "moved"],
    ),
    "nobody to teach": (plan(-14), wishes(trainers=0), [], ["nobody"]),
    "no working day": (plan(-14), wishes(weekdays=[]), [], ["nobody"]),
    "a line of days off names a leap year at most": (
        plan(-14),
        wishes(holidays="2028-01-01..2028-12-31\n2027-12-31..2028-12-31"),
        [("s01", 1, "2027-02-15")],
        ["unread"],
    ),
    "days that are none": (
        plan(-14),
        wishes(holidays="soon\n2027-02-31\n2027-02-20..2027-02-10"),
        [("s01", 1, "2027-02-15")],
        ["unread", "unread", "unread"],
    ),
}

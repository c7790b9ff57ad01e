"""All terms of the glossary."""

from __future__ import annotations

from macros.render.reading import Reading

READS = ("terms",)
# The common characters of GBK are in the order of pinyin.
ORDERS = {"zh": "gbk"}


def context(reading: Reading) -> dict[str, object]:
    """The terms by alphabet, in Chinese by pinyin."""
    encoding = ORDERS.get(reading.language, "utf-8")
    terms = sorted(
        reading.terms(),
        key=lambda term: term.term[reading.language].lower().encode(encoding, "replace"),
    )
    return {"terms": terms}

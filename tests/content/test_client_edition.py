"""The playbook's own client edition holds nothing that clients should not read."""

from __future__ import annotations

import re
from pathlib import Path

from macros.content.addresses import page_url
from macros.edition.texts import texts
from tests.support import content

# What somebody looks for who would like to know how the consultants talk about clients.
CURIOUS = {
    "en": [
        "negotiation", "stakeholder", "escalation", "bad news", "margin", "angry",
        "practice drill", "onboarding", "rubric", "confidential", "account executive", "internal",
    ],
    "zh": [
        "谈判", "干系人", "升级", "坏消息", "底线", "发火", "辅导人签", "新人上手", "评分要点",
        "实战演练", "客户经理", "内部版", "话术",
    ],
}  # fmt: skip


def test_the_words_of_an_outsider_stand_in_no_file(client_site: Path) -> None:
    curious = re.compile(rf"\b({'|'.join(CURIOUS['en'])})\b|{'|'.join(CURIOUS['zh'])}", re.I)
    found = [
        f"{path.relative_to(client_site)}: {words[0]}"
        for path in client_site.rglob("*")
        if path.suffix in (".html", ".json", ".csv", ".zip")
        for _, text in texts(path.name, path.read_bytes())
        for words in curious.finditer(text)
    ]
    assert found == []


def test_every_internal_page_is_absent(client_site: Path) -> None:
    """By address: what the internal site has and clients may not see leads nowhere."""
    site = content()
    pages = [page for page in site.pages["en"].values() if page.meta.audience == "internal"]
    internal = {page_url(page.path) for page in pages}
    internal |= {e.url for e in site.library.entries.values() if e.item.audience == "internal"}
    assert len(internal) > 100
    # The home and the lists are at the same address in both editions.
    for url in internal - {"", "glossary/", "toolkit/"}:
        for language in ("en", "zh"):
            assert not (client_site / language / url / "index.html").exists(), url

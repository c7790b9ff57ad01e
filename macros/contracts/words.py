"""The words of a document: texts, labels and names of roles in its language, or in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.contracts.fields import Text
from macros.contracts.sheet import STATUSES, Column, Row, one_line
from macros.contracts.vocabulary import Role


class Words:
    """The words of a sheet in its language, or in both."""

    def __init__(self, labels: Mapping[str, Text], roles: Mapping[str, Role], language: str):
        self.labels, self.roles, self.language = labels, roles, language

    def tr(self, text: Text) -> str:
        """A bilingual text: in one language, or English with Chinese on the next line."""
        if self.language != "both":
            return text[self.language]
        return text.en if text.en == text.zh else f"{text.en}\n{text.zh}"

    def t(self, key: str) -> str:
        """An interface word; in both languages with a stroke between them."""
        label = self.labels[key]
        if self.language != "both":
            return label[self.language]
        return label.en if label.en == label.zh else f"{label.en} / {label.zh}"

    def role(self, role_id: str) -> str:
        """The name of a role."""
        return one_line(self.tr(self.roles[role_id].name))

    def people(self, role_ids: Iterable[str]) -> str:
        """The names of several roles, with the comma of the language."""
        comma = {"zh": "、"}.get(self.language, ", ")
        return comma.join(self.role(role_id) for role_id in role_ids)

    def lines(self, texts: list[Text], mark: str = "· ") -> str:
        """Several texts in one cell, each with a mark before it."""
        return "\n".join(mark + self.tr(text) for text in texts)

    def ticks(self, evidence: bool = False) -> tuple[Column, ...]:
        """The columns of lines that are done or not."""
        middle = (Column(self.t("evidence"), width=26),) if evidence else ()
        return (
            Column(self.t("file-status"), "status", 9, field="status"),
            Column(self.t("file-line"), width=34 if evidence else 48),
            *middle,
            Column(self.t("done-by"), width=13),
            Column(self.t("js-field-owner"), "fill", 11, field="owner"),
            Column(self.t("js-field-due"), "date", 10, field="due"),
            Column(self.t("js-field-note"), "fill", 16, field="note"),
        )

    def tick(self, line_id: str, *texts: str, by: str = "") -> Row:
        """A row under `ticks`: not yet done, with room for owner, date and note."""
        return Row((STATUSES[0], *texts, by, "", "", ""), line_id)

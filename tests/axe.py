"""The accessibility checker axe, run in a page."""

from __future__ import annotations

from tests.support import ROOT

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
RUN = """async (options) => (await axe.run(document, {
    preload: false, resultTypes: ["violations"], ...options
  })).violations.map(
  (v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`)"""


def violations(page, **options) -> list[str]:
    """What axe finds wrong in a page; `options` are those of axe.run."""
    page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(RUN, options)

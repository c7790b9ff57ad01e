"""A real browser: the system's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

# Chromium in a container has no sandbox of its own, and none of its services to call.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

DESKTOP = {"width": 1440, "height": 900}


def launch(playwright) -> Browser:
    """The system's Chromium; Playwright's own download is not used."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    return playwright.chromium.launch(executable_path=path, args=OPTIONS)


class Watched:
    """A page with all it complained about and asked for."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.complaints, self.foreign = page, [], []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda r: r.url.startswith(origin) or self.foreign.append(r.url))

    def _heard(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def sound(self) -> bool:
        """Nothing complained of, nothing asked of another host."""
        foreign = [url for url in self.foreign if not url.startswith(("data:", "blob:"))]
        assert (self.complaints, foreign) == ([], [])
        return True

    def begin_anew(self, address: str) -> None:
        """Be as a fresh page: nothing stored by the site at `address`, nothing heard yet."""
        # A small file of the site, without scripts: what the last page had to do is done.
        self.page.goto(f"{address}en/playbook/playbook.css")
        self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        self.page.goto("about:blank")
        self.page.set_viewport_size(DESKTOP)
        self.complaints.clear()
        self.foreign.clear()


def desktop(browser: Browser, address: str) -> Iterator[Watched]:
    """A page as on a wide screen, for as long as it is used."""
    context = browser.new_context(viewport=DESKTOP)
    yield Watched(context.new_page(), address)
    context.close()

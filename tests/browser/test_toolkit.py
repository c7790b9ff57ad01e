"""The toolkit's list: narrowed down by what pieces are and by words, in the address, plain."""

from __future__ import annotations

import pytest

from tests.support import sample_content as content


@pytest.fixture(scope="module")
def items() -> dict[str, object]:
    return {e.url.removeprefix("toolkit/"): e for e in content().library.entries.values()}


def shown(page) -> set[str]:
    links = page.locator(".pb-index li:visible a").all()
    return {link.get_attribute("href") for link in links}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pieces_are_found_by_what_they_are(watched, address, items, language) -> None:
    page = watched.page
    page.goto(f"{address}{language}/toolkit/")
    assert shown(page) == set(items)
    page.locator("[name=phase]").select_option("go-live")
    page.locator("[name=kind]").select_option("message")
    wanted = {
        url for url, e in items.items() if (e.item.phase, e.kind.command) == ("go-live", "message")
    }
    assert shown(page) == wanted
    page.locator("[name=audience]").select_option("client")
    clients = {url for url in wanted if items[url].item.audience == "client"}
    assert shown(page) == clients
    page.reload()
    assert shown(page) == clients
    page.locator(".pb-filter [type=reset]").click()
    page.wait_for_function("!location.search")
    page.locator("[name=roles]").select_option("account-executive")
    assert shown(page) == {u for u, e in items.items() if "account-executive" in e.item.roles}
    assert watched.sound()


def test_words_of_a_summary_find_a_piece(watched, address, items) -> None:
    page = watched.page
    page.goto(f"{address}zh/toolkit/")
    entry = items["checklists/goods-in/"]
    page.locator("[name=words]").fill(entry.item.summary.zh[-8:-1])
    assert shown(page) == {"checklists/goods-in/"}


def test_without_scripts_all_pieces_are_listed(browser, address, items) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/toolkit/")
    assert shown(page) == set(items)
    context.close()

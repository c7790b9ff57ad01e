"""Two versions on a host: their switches, codes on paper, lasting ticks, addresses to send."""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paper import pdf_text, scanned
from tests.serving import serving
from tests.support import CLIENT_URL, EPOCH, edit, run_command, write_project
from tests.support import sample_content as content

LIST = "goods-in"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions, published one after the other, as a host would serve them.

    The second has another first line in a checklist and one page more.
    """
    project = write_project(tmp_path_factory.mktemp("published") / "project")
    git = functools.partial(subprocess.run, cwd=project, check=True, capture_output=True)
    git(["git", "init", "-q", "-b", "main"])
    git(["git", "config", "user.name", "Test"])
    git(["git", "config", "user.email", "test@example.com"])

    def publish(version: str) -> None:
        run = functools.partial(
            run_command,
            project,
            PLAYBOOK_FORMATS="csv",
            PLAYBOOK_CLIENT_URL=CLIENT_URL,
            SOURCE_DATE_EPOCH=EPOCH,
        )
        assert run("scripts/check.py", "--record-ids").code == 0
        git(["git", "add", "-A"])
        git(["git", "commit", "-qm", version])
        result = run(
            "scripts/build.py", "--deploy", version, "--alias", "latest",
            "--site-url", "http://127.0.0.1:8765/playbook/",
        )  # fmt: skip
        assert result.code == 0, result.out + result.err

    publish("1.0")
    edit(
        project,
        f"docs/library/checklists/{LIST}.yml",
        first_act(),
        "Name the two people within 30 minutes.",
    )
    for language, title in (("en", "A new page"), ("zh", "新的一页")):
        page = (project / "docs" / language / "training" / "index.md").read_text("utf-8")
        page = page.replace("id: training", "id: new-page")
        page = page.replace("(scanner.md)", "(../training/scanner.md)")
        page = re.sub("^title: .*", f"title: {title}", page, flags=re.M)
        (project / "docs" / language / "about" / "new-page.md").write_text(page, "utf-8")
    edit(project, "mkdocs.yml", "- about/pieces.md\n", "- about/pieces.md\n  - about/new-page.md\n")
    publish("1.1")
    served = project.parent / "host"
    served.mkdir()
    git(["git", "worktree", "add", "-q", str(served / "playbook"), "gh-pages"])
    return served


def first_act() -> str:
    return content().library.entries["checklist", LIST].item.groups[0].items[0].act.en


@pytest.fixture(scope="module")
def host(published: Path) -> Iterator[str]:
    """Them on a host with the strict policy, under a path, as project sites are."""
    with serving(published, 8765) as url:
        yield f"{url}playbook/"


def test_versions_and_languages_switch_on_the_page(browser, host) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.goto(host)
    page.wait_for_url(f"{host}en/1.1/")  # root, language, default alias, version
    path = "toolkit/checklists/goods-in/"
    page.goto(f"{host}en/latest/{path}#goods-in-c01")
    page.wait_for_url(f"{host}en/1.1/{path}#goods-in-c01")
    assert "Name the two people" in page.locator("#goods-in-c01").inner_text()
    page.locator(".md-version__current").focus()  # as by hovering
    page.locator(".md-version__link", has_text="1.0").click()
    page.wait_for_url(re.compile(f"{host}en/1.0/{path}"))
    assert first_act() in page.locator("#goods-in-c01").inner_text()
    assert "version 1.0" in page.locator(".pb-colophon").inner_text()
    page.locator(".pb-language").click()
    page.wait_for_url(f"{host}zh/1.0/{path}")
    page.locator(".md-version__current").focus()  # as by hovering
    page.locator(".md-version__link", has_text="1.1").click()
    page.wait_for_url(re.compile(f"{host}zh/1.1/{path}"))
    # A page that the older version lacks: the switch leads to its home, not to nowhere.
    page.goto(f"{host}zh/1.1/about/new-page/")
    page.locator(".md-version__current").focus()  # as by hovering
    page.locator(".md-version__link", has_text="1.0").click()
    page.wait_for_url(f"{host}zh/1.0/")
    context.close()


def test_an_alias_leads_on_without_scripts(browser, host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}zh/latest/glossary/")
    page.wait_for_url(f"{host}zh/1.1/glossary/")
    context.close()


def test_published_pages_load_nothing_from_elsewhere(browser, host, published: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    foreign, complaints = [], []
    page.on("request", lambda r: r.url.startswith(host) or foreign.append(r.url))
    page.on("console", lambda m: m.type == "error" and complaints.append(m.text))
    for path in ("en/1.0/", "zh/1.1/preparation/", "en/latest/glossary/", "404.html"):
        page.goto(host + path)
        page.wait_for_load_state("networkidle")
    assert (foreign, complaints) == ([], [])
    assert (published / "playbook" / "zh" / "versions.json").exists()
    context.close()


def test_ticks_outlast_a_new_version_and_say_when_words_changed(browser, host) -> None:
    context = browser.new_context()
    page = context.new_page()
    path = "toolkit/checklists/goods-in/"
    page.goto(f"{host}en/1.0/{path}")
    for name in ("c01", "c02"):
        page.locator(f"#goods-in-{name} .pb-thumb").click()
    page.goto(f"{host}zh/1.1/{path}")
    assert page.locator(".pb-work__count").inner_text().startswith("已完成2/")
    changed, unchanged = (page.locator(f"#goods-in-{name}") for name in ("c01", "c02"))
    assert changed.locator(".pb-line__reworded").is_visible()
    assert not unchanged.locator(".pb-line__reworded").is_visible()
    changed.get_by_role("button", name="仍然成立").click()
    assert not changed.locator(".pb-line__reworded").is_visible()
    page.reload()
    assert page.locator("#goods-in-c01 .pb-thumb .pb-tick").is_checked()
    assert not changed.locator(".pb-line__reworded").is_visible()
    context.close()


@pytest.mark.parametrize(
    ("language", "size", "words"),
    [("en", "A4", "internaledition·English"), ("zh", "Letter", "内部版·中文")],
)
def test_each_sheet_says_what_it_is(browser, host, language, size, words) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}{language}/1.0/toolkit/interviews/goods-hall/")
    title = page.locator("h1").inner_text()
    text = pdf_text(page.pdf(format=size))
    sheets = int(re.search(r"(\d+)/\1(?!\d)", text)[1])
    version = {"en": "version1.0", "zh": "版本1.0"}[language]
    head = re.sub(r"\s", "", f"{title}·{version}·{words}")
    assert sheets > 3
    assert text.count(head) == sheets
    context.close()


def test_the_code_leads_to_the_piece_in_its_version(browser, host, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    for language, version in (("en", "1.0"), ("zh", "1.1")):
        address = f"{host}{language}/{version}/toolkit/checklists/goods-in/"
        page.goto(address)
        title = page.locator("h1").inner_text()
        pdf = page.pdf(format="A4")
        assert scanned(pdf, tmp_path) == [address]
        assert re.sub(r"\s", "", address) in pdf_text(pdf)
        page.goto(f"{host}{language}/{version}/")
        response = page.goto(address)
        assert response.status == 200
        assert page.locator("h1").inner_text() == title
    context.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_consultant_copies_the_address_to_send(browser, host: str, language: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    at = f"{language}/1.1/training/scanner/"
    page.goto(f"{host}{at}")
    page.locator(".pb-send button").click()
    page.get_by_text({"en": "Copied", "zh": "已复制"}[language]).first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == CLIENT_URL + at
    page.goto(f"{host}{language}/1.1/preparation/")
    assert page.locator(".pb-send").count() == 0
    context.close()

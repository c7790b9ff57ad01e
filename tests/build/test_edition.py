"""The client edition holds nothing internal: the barrier keeps it out, the search finds it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from macros.content.clock import today

from macros.build.adapters.mike_deploy import require_edition
from macros.build.builder import Builder
from macros.content.site import load_site
from macros.edition.leaks import Leak, leaks
from macros.edition.texts import texts
from macros.edition.tree import client_tree
from macros.render.renderer import Renderer
from tests.conftest import CLIENT_URL, content, copy_project, run_command

# Where something internal may stand, and words that stand nowhere else.
WORDS = {
    "page text": "amber badgers count dusty elephants from green hills inland",
    "front matter": "jolly kites lift many noisy otters past quiet rivers southward",
    "comment": "tired umbrellas vanish while xylophones yield zinc apples before cherries",
    "alt text": "dim eagles fold giant handkerchiefs in jars keeping lemons moist",
    "library field": "nine oranges prove quite round since their uncles value water",
    "glossary": "eleven foxes gather honey inside jungles knowing little more now",
    "quiz explanation": "odd penguins queue rather seldom though under very wide xebecs",
    "Word property": "Yellow Zebras Argue Boldly Concerning Dinner Every Friday Gladly",
    "drawing": "green herons inspect jetties kindly leaving mud nests over pilings",
    "role": "owls paint quilts rather slowly though users value warm xylographs",
    "Chinese text": "七只刺猬抬着旧钢琴翻过雪山去看海上的日出",
}
FILE = "secret-plan-of-ours"
PAGE = """---
id: about-secrets
type: reference
title: Secrets
summary: {front matter}.
phase: throughout
audience: internal
roles: [project-manager]
owner: methodology-lead
reviewed: 2026-11-23
review_in: 12 months
minutes: 1
---

We write: {page text}.

{Chinese text}。

<!-- {comment} -->

![{alt text}]({file}.svg)

{{{{ term("secret-term") }}}} is explained.
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text>{drawing}</text></svg>'
TERM = """
- id: secret-term
  term: {{en: secret term, zh: 秘密术语}}
  definition: {{en: "{glossary}", zh: 只有我们自己知道的定义}}
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with something internal in every place."""
    root = copy_project(tmp_path_factory.mktemp("planted") / "project")
    for language in ("en", "zh"):
        folder = root / "docs" / language / "about"
        (folder / "secrets.md").write_text(PAGE.format(**WORDS, file=FILE), "utf-8")
        (folder / f"{FILE}.svg").write_text(DRAWING.format(**WORDS))
    config = root / "mkdocs.yml"
    row = "      - about/sources.md\n"
    config.write_text(config.read_text("utf-8").replace(row, row + "      - about/secrets.md\n"))
    library = root / "docs" / "library"
    with (library / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write(TERM.format(**WORDS))
    roles = library / "roles.yml"
    first = "Prepares and runs training and measures what was learnt."
    assert first in roles.read_text("utf-8")
    roles.write_text(roles.read_text("utf-8").replace(first, f"{WORDS['role']}."), "utf-8")
    quiz = (library / "quizzes" / "quiz-warehouse.yml").read_text("utf-8")
    quiz = quiz.replace("audience: client", "audience: internal")
    quiz = re.sub(r"^id: .*", "id: secret-quiz", quiz)
    quiz = quiz.replace("On a free place nobody finds it.", WORDS["quiz explanation"])
    (library / "quizzes" / "secret-quiz.yml").write_text(quiz, "utf-8")
    item = (library / "checklists" / "interview-round.yml").read_text("utf-8")
    item = re.sub(r"^id: .*", "id: secret-list", item)
    item = re.sub(r"(?m)^title: .*", f"title: {{en: {WORDS['Word property']}, zh: 秘密}}", item)
    first = "Name two people per process, one who decides the rules and one who does the work."
    assert first in item
    item = item.replace(first, WORDS["library field"])
    (library / "checklists" / "secret-list.yml").write_text(item, "utf-8")
    (library / "our-system.yml").write_text(
        "- id: warehouse-receive\n"
        "  path: {en: Logistics > Goods receipt, zh: 物流 > 采购收货}\n"
        "  document: {en: Type GR1, zh: 收货单GR1}\n",
        "utf-8",
    )
    assert not load_site(root).findings
    return root


def built(tree: Path, target: Path) -> Path:
    target.mkdir()
    with Builder(tree, target) as builder:
        builder.build()
    return target


@pytest.fixture(scope="module", autouse=True)
def formats(tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_FORMATS", "docx,csv")
        patch.setenv("PLAYBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def kept_out(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client edition of that project."""
    folder = tmp_path_factory.mktemp("kept-out")
    return built(client_tree(load_site(planted), folder / "tree"), folder / "site")


def squeezed(text: str) -> str:
    """Letters and figures alone: what is between words differs from file to file."""
    return re.sub(r"\W", "", text.lower())


@pytest.fixture(scope="module")
def read(kept_out: Path) -> list[tuple[str, str]]:
    """All that can be read in the client edition: where, and what."""
    return [
        (f"{path.relative_to(kept_out)}: {where}", squeezed(text))
        for path in kept_out.rglob("*")
        if path.is_file()
        for where, text in texts(path.name, path.read_bytes())
    ]


@pytest.fixture(scope="module")
def let_in(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Leak]:
    """What the search finds when the barrier takes all of it for the clients'."""
    folder = tmp_path_factory.mktemp("let-in")
    wrong = folder / "wrong"
    shutil.copytree(planted, wrong)
    for name in ("docs/*/about/secrets.md", "docs/library/*/secret-*.yml"):
        for path in wrong.glob(name):
            text = path.read_text("utf-8")
            assert "audience: internal" in text
            path.write_text(text.replace("audience: internal", "audience: client"), "utf-8")
    glossary = wrong / "docs" / "library" / "glossary.yml"
    text = glossary.read_text("utf-8")
    marked = text.replace("- id: secret-term\n", "- id: secret-term\n  audience: client\n")
    glossary.write_text(marked, "utf-8")
    # A role's description is on no page; somebody puts it into a template.
    template = wrong / "overrides/theme/partials/copyright.html"
    template.write_text(f"{template.read_text('utf-8')}<p>{WORDS['role']}</p>\n", "utf-8")
    site = built(client_tree(load_site(wrong), folder / "tree"), folder / "site")
    return leaks(load_site(planted), site)


@pytest.mark.parametrize("place", WORDS)
def test_the_barrier_keeps_each_out(read: list[tuple[str, str]], place: str) -> None:
    assert [where for where, text in read if squeezed(WORDS[place]) in text] == []


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Logistics > Goods receipt"), ("zh", "物流 > 采购收货")]
)
def test_a_guide_says_where_a_step_stands_in_the_clients_system(
    kept_out: Path, language: str, words: str
) -> None:
    page = kept_out / language / "training" / "warehouse" / "index.html"
    shown = " ".join(text for _, text in texts(page.name, page.read_bytes()))
    assert shown.count(words) == 1


def test_the_barrier_keeps_file_names_out(kept_out: Path, planted: Path) -> None:
    names = [p.relative_to(kept_out).as_posix() for p in kept_out.rglob("*")]
    assert not [name for name in names if FILE in name or "secret" in name]
    assert leaks(load_site(planted), kept_out) == []


SOURCES = {
    "page text": ("about/secrets/index.html", "docs/en/about/secrets.md:15"),
    "front matter": ("about/secrets/index.html", "docs/en/about/secrets.md:5"),
    "comment": ("about/secrets/index.html", "docs/en/about/secrets.md:19"),
    "alt text": ("about/secrets/index.html", "docs/en/about/secrets.md:21"),
    "library field": ("secret-list/index.html", "docs/library/checklists/secret-list.yml"),
    "glossary": ("about/secrets/index.html", "docs/library/glossary.yml, term secret-term"),
    "quiz explanation": ("secret-quiz/index.html", "docs/library/quizzes/secret-quiz.yml"),
    "Word property": ("secret-list.en.docx", "docs/library/checklists/secret-list.yml"),
    "drawing": (f"{FILE}.svg", f"docs/en/about/{FILE}.svg"),
    "role": ("about/secrets/index.html", "docs/library/roles.yml"),
    "Chinese text": ("about/secrets/index.html", "docs/en/about/secrets.md:17"),
}


@pytest.mark.parametrize("place", WORDS)
def test_the_search_finds_each(let_in: list[Leak], place: str) -> None:
    file, source = SOURCES[place]
    found = [leak for leak in let_in if leak.file.endswith(file) and leak.source.startswith(source)]
    planted = set(WORDS[place].lower()) if place == "Chinese text" else WORDS[place].lower().split()
    # A run may begin in what stands before it.
    assert any(sum(word in leak.found for word in planted) > 2 for leak in found), found[:5]


def test_the_search_opens_properties_archives_and_names(let_in: list[Leak]) -> None:
    places = {(leak.file.rpartition("/")[2], leak.place) for leak in let_in}
    assert ("secret-list.en.docx", "docProps/core.xml") in places
    assert ("secret-list.en.docx", "its name") in places
    inside = [p for f, p in places if f == "checklists.en.zip" and "docProps/core.xml" in p]
    assert inside == ["checklists/secret-list.en.docx, docProps/core.xml"]
    assert any(file == "search_index.json" for file, _ in places)
    assert any(leak.found == "about/secrets" for leak in let_in)
    # A picture of an internal page, by its name, by what it is, and where a page asks for it.
    picture = {(leak.file, leak.place) for leak in let_in if leak.source.endswith(f"{FILE}.svg")}
    assert {
        (f"en/about/{FILE}.svg", "its name"),
        (f"en/about/{FILE}.svg", "the whole file"),
        ("en/about/secrets/index.html", "text, attributes and comments"),
    } <= picture


def test_a_leak_stops_the_build(tmp_path: Path) -> None:
    # A sentence of an internal page that somebody has put into a template.
    root = copy_project(tmp_path / "project")
    internal = (root / "docs/en/preparation/earning-trust.md").read_text("utf-8")
    sentence = max(re.findall(r"(?m)^[A-Z][^{}\[\]|*`]{80,200}\.", internal), key=len)
    template = root / "overrides/theme/partials/copyright.html"
    template.write_text(f"{template.read_text('utf-8')}<p>{sentence}</p>\n", "utf-8")
    result = run_command(root, "scripts/build.py", "--edition", "client", PLAYBOOK_FORMATS="csv")
    assert result.code == 1
    assert "en/index.html (text): " in result.err
    assert "which is internal: docs/en/preparation/earning-trust.md:" in result.err
    assert not (root / "site-client").exists()


def test_two_editions_never_share_a_branch(tmp_path: Path) -> None:
    def git(*command: str) -> None:
        subprocess.run(["git", *command], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q", "-b", "gh-pages")
    git("config", "user.name", "Test")
    git("config", "user.email", "test@example.com")
    (tmp_path / "edition.txt").write_text("internal\n")
    git("add", "edition.txt")
    git("commit", "-qm", "published")
    require_edition(tmp_path, "gh-pages", "internal")
    require_edition(tmp_path, "client-pages", "client")  # a new branch
    with pytest.raises(ValueError, match="holds the internal edition"):
        require_edition(tmp_path, "gh-pages", "client")


def test_a_client_page_shows_its_address_inside(monkeypatch) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "1.2")
    site = replace(content(), client_url=CLIENT_URL)
    render = Renderer(site, "zh", today())
    quiz = render.library.entries["quiz", "quiz-warehouse"]
    html = render.facts(quiz.item, quiz.url)
    assert "https://learn.example.com/zh/1.2/toolkit/quizzes/quiz-warehouse/" in html
    home = render.site.pages["zh"]["client-home.md"]
    assert 'href="https://learn.example.com/zh/1.2/"' in render.facts(home.meta, "client-home/")
    internal = render.library.entries["checklist", "kick-off"]
    assert "learn.example.com" not in render.facts(internal.item, internal.url)

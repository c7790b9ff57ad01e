"""The client edition holds nothing internal: the barrier keeps it out, the search finds it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.build.adapters.mike_deploy import require_edition
from macros.build.builder import Builder
from macros.content.site import load_site
from macros.edition.leaks import Leak, leaks
from macros.edition.texts import texts
from macros.edition.tree import client_tree
from macros.render.renderer import Renderer
from tests.support import CLIENT_URL, edit, options, run_command, sample_content, write_sample

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
reviewed: 2026-01-01
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
    """The sample with something internal in every place."""
    root = write_sample(tmp_path_factory.mktemp("planted") / "project", changeable=True)
    for language in ("en", "zh"):
        folder = root / "docs" / language / "about"
        (folder / "secrets.md").write_text(PAGE.format(**WORDS, file=FILE), "utf-8")
        (folder / f"{FILE}.svg").write_text(DRAWING.format(**WORDS))
    edit(root, "mkdocs.yml", "- about/pieces.md\n", "- about/pieces.md\n  - about/secrets.md\n")
    library = root / "docs" / "library"
    with (library / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write(TERM.format(**WORDS))
    trainer = next(r for r in sample_content().library.roles.values() if r.id == "trainer")
    edit(root, "docs/library/roles.yml", trainer.description.en, f"{WORDS['role']}.")
    quiz = (library / "quizzes" / "scanner-quiz.yml").read_text("utf-8")
    quiz = quiz.replace("audience: client", "audience: internal")
    quiz = re.sub(r"(?m)^id: .*", "id: secret-quiz", quiz)
    item = sample_content().library.entries["quiz", "scanner-quiz"].item
    assert item.questions[0].explanation.en in quiz
    quiz = quiz.replace(item.questions[0].explanation.en, f"{WORDS['quiz explanation']}.")
    (library / "quizzes" / "secret-quiz.yml").write_text(quiz, "utf-8")
    text = (library / "checklists" / "goods-in.yml").read_text("utf-8")
    text = re.sub(r"(?m)^id: .*", "id: secret-list", text)
    text = re.sub(r"(?m)^title: .*", f"title: {{en: {WORDS['Word property']}, zh: 秘密}}", text)
    act = sample_content().library.entries["checklist", "goods-in"].item.groups[0].items[0].act
    assert act.en in text
    text = text.replace(act.en, f"{WORDS['library field']}.")
    (library / "checklists" / "secret-list.yml").write_text(text, "utf-8")
    (library / "our-system.yml").write_text(
        "- id: warehouse-receive\n"
        "  path: {en: Logistics > Goods receipt, zh: 物流 > 采购收货}\n"
        "  document: {en: Type GR1, zh: 收货单GR1}\n",
        "utf-8",
    )
    assert not load_site(root).findings
    return root


FORMATS = ("docx", "csv")


def built(tree: Path, target: Path) -> Path:
    """What a build makes of a tree, as the clients' edition, without the search for leaks."""
    target.mkdir()
    told = options(tree, edition="client", formats=FORMATS)
    with Builder(told, target) as builder:
        builder.build(load_site(tree))
    return target


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
    page = kept_out / language / "training" / "scanner" / "index.html"
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


def test_a_leak_stops_the_build(project: Path) -> None:
    # A sentence of an internal page that somebody has put into a template.
    internal = (project / "docs/en/throughout/emotions.md").read_text("utf-8")
    sentence = max(re.findall(r"(?m)^[A-Z][^{}\[\]|*`]{80,200}\.", internal), key=len)
    template = project / "overrides/theme/partials/copyright.html"
    template.write_text(f"{template.read_text('utf-8')}<p>{sentence}</p>\n", "utf-8")
    command = ("scripts/build.py", "--edition", "client")
    result = run_command(project, *command, PLAYBOOK_FORMATS="csv")
    assert result.code == 1
    assert "en/index.html (text): " in result.err
    assert "which is internal: docs/en/throughout/emotions.md:" in result.err
    assert not (project / "site-client").exists()


@pytest.mark.parametrize(
    "spelling",
    ['extra:\n  edition: "internal"\n', "extra:\n    edition: internal\n", "# no edition\n"],
)
def test_the_edition_can_t_fail_open(project: Path, spelling: str) -> None:
    """However mkdocs.yml is spelled: what the command says is built."""
    config = project / "mkdocs.yml"
    text = re.sub(r"(?ms)^extra:\n.*?(?=^\S|\Z)", "", config.read_text("utf-8"))
    config.write_text(f"{text}\n{spelling}", "utf-8")
    result = run_command(project, "scripts/build.py", "--edition", "client", PLAYBOOK_FORMATS="csv")
    assert result.code == 0, result.err
    page = (project / "site-client/en/training/scanner/index.html").read_text("utf-8")
    labels = sample_content().library.labels
    assert labels["reviewed"].en in page
    for name in ("owner", "review-due", "audience"):
        assert f"<dt>{labels[name].en}</dt>" not in page


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


def test_a_client_page_shows_its_address_inside() -> None:
    told = options(version="1.2", client_url=CLIENT_URL)
    render = Renderer(sample_content(), "zh", told)
    quiz = render.library.entries["quiz", "scanner-quiz"]
    html = render.facts(quiz.item, quiz.url)
    assert "https://learn.example.com/zh/1.2/toolkit/quizzes/scanner-quiz/" in html
    home = render.site.pages["zh"]["client-home.md"]
    assert 'href="https://learn.example.com/zh/1.2/"' in render.facts(home.meta, "client-home/")
    internal = render.library.entries["checklist", "goods-in"]
    assert "learn.example.com" not in render.facts(internal.item, internal.url)

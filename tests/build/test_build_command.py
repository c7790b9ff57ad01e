"""scripts/build.py: a build that can't be good changes nothing and says why."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run_command


def _build(project: Path, **environment: str):
    return run_command(project, "scripts/build.py", **environment)


def test_a_content_error_leaves_the_old_site(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "old.html").write_text("old")
    item = project / "docs/library/checklists/interview-round.yml"
    item.write_text(item.read_text("utf-8").replace("minutes: 10", "minuts: 10"), "utf-8")
    result = _build(project)
    assert result.code == 1
    assert "docs/library/checklists/interview-round.yml:12: error [schema]" in result.err
    assert "did you mean 'minutes'?" in result.err
    assert [path.name for path in (project / "site").iterdir()] == ["old.html"]
    assert not (project / "site.new").exists()


def test_a_build_without_segmentation_fails(project: Path) -> None:
    fake = project / "fake"
    (fake / "jieba").mkdir(parents=True)
    (fake / "jieba" / "__init__.py").write_text("raise ImportError('no jieba here')")
    shadow = fake / "sitecustomize.py"
    # The set-up puts the project first on the path; this puts the fake before it.
    shadow.write_text(f"import sys; sys.path.insert(0, {str(fake)!r})")
    result = _build(project, PYTHONPATH=str(fake))
    assert result.code == 1
    assert "jieba is not installed" in result.err
    assert not (project / "site").exists()


def test_an_index_that_is_not_segmented_fails(project: Path) -> None:
    config = project / "mkdocs.zh.yml"
    hook = project / "unsegmented.py"
    hook.write_text(
        "from material.plugins.search import plugin\n"
        "plugin.SearchIndex._segment_chinese = lambda self, data: data\n"
    )
    config.write_text(config.read_text() + "\nhooks:\n  - unsegmented.py\n"
                      "  - macros/build/adapters/mkdocs_hooks.py\n")  # fmt: skip
    result = _build(project)
    assert result.code == 1
    assert "holds no segmented words" in result.err


def test_an_unknown_macro_fails_the_build_itself(project: Path) -> None:
    """Even where the check is passed by: the macros plugin's own settings are strict."""
    page = project / "docs/en/about/sources.md"
    page.write_text(page.read_text("utf-8") + '\n{{ no_such_macro("x") }}\n', "utf-8")
    script = project / "direct.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "sys.path.insert(0, '.')\n"
        "from macros.build.adapters.mkdocs_build import BuildFailed, build_language\n"
        "try:\n"
        "    build_language(Path.cwd(), 'en', Path('out'))\n"
        "except BuildFailed as error:\n"
        "    sys.exit(f'failed: {error}')\n"
    )
    result = run_command(project, "direct.py")
    assert result.code == 1
    assert "no_such_macro" in result.err


def test_deploying_needs_the_address_and_the_ledger(project: Path) -> None:
    result = run_command(project, "scripts/build.py", "--deploy", "1.0", PLAYBOOK_SITE_URL="")
    assert result.code == 2
    assert "--deploy needs --site-url" in result.err
    (project / "docs/library/published-ids.txt").write_text("")
    result = run_command(
        project, "scripts/build.py", "--deploy", "1.0", "--site-url", "https://example.com/"
    )
    assert result.code == 1
    assert "check.py --record-ids" in result.err

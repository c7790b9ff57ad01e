"""scripts/build.py: a build that can't be good changes nothing and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Result, edit, run_command, run_script

LIST = "docs/library/checklists/goods-in.yml"


def build(project: Path, *arguments: str, **environment: str) -> Result:
    return run_command(
        project, "scripts/build.py", *arguments, **{"PLAYBOOK_FORMATS": "csv"} | environment
    )


def test_a_content_error_leaves_the_old_site(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "old.html").write_text("old")
    edit(project, LIST, "minutes: ", "minuts: ")
    result = build(project)
    assert result.code == 1
    assert f"{LIST}:" in result.err
    assert "did you mean 'minutes'?" in result.err
    assert [path.name for path in (project / "site").iterdir()] == ["old.html"]
    assert not (project / "site.new").exists()


def test_a_build_without_segmentation_fails(project: Path) -> None:
    fake = project / "fake"
    (fake / "jieba").mkdir(parents=True)
    (fake / "jieba" / "__init__.py").write_text("raise ImportError('no jieba here')")
    result = build(project, PYTHONPATH=str(fake))
    assert result.code == 1
    assert "jieba is not installed" in result.err
    assert not (project / "site").exists()


def test_an_index_that_is_not_segmented_fails(project: Path) -> None:
    config = project / "mkdocs.zh.yml"
    (project / "unsegmented.py").write_text(
        "from material.plugins.search import plugin\n"
        "plugin.SearchIndex._segment_chinese = lambda self, data: data\n"
    )
    config.write_text(config.read_text() + "\nhooks:\n  - unsegmented.py\n")
    result = build(project)
    assert result.code == 1
    assert "holds no segmented words" in result.err


def test_a_failure_shows_its_trace_when_asked(project: Path) -> None:
    """The message is for an author; where it came from is for who works on the engine."""
    edit(project, "macros/kinds/checklist/template.html.j2", "item.groups", "item.nothing")
    plain, debug = build(project), build(project, "--debug")
    for result in (plain, debug):
        assert result.code == 1
        assert "has no attribute 'nothing'" in result.err
    assert "Traceback" not in plain.err
    assert "With --debug" in plain.err
    assert "template.html.j2" in debug.err


SCRIPT = """
import os, sys
from pathlib import Path
sys.path.insert(0, ".")
from macros.build.adapters.mkdocs_build import BuildFailed, build_language
from macros.build.options import read_options
from macros.content.site import load_site
try:
    build_language(load_site(Path.cwd()), "en", Path("out"), read_options(Path.cwd(), os.environ))
except BuildFailed as error:
    sys.exit(f"failed: {error}")
"""


def test_an_unknown_macro_fails_the_build_itself(project: Path) -> None:
    """Even where the check is passed by: the macros plugin's own settings are strict."""
    page = project / "docs/en/about/pieces.md"
    page.write_text(page.read_text("utf-8") + '\n{{ no_such_macro("x") }}\n', "utf-8")
    (project / "direct.py").write_text(SCRIPT)
    result = run_command(project, "direct.py", PLAYBOOK_FORMATS="csv")
    assert result.code == 1
    assert "no_such_macro" in result.err


JINJA = "{{ config.site_name }} {% if true %}seen{% endif %} {# gone #} {{ 7 * 7 }}"
CODE = f"""
Write `{{{{ term("key-user") }}}}` or:

```
{JINJA}
{{{{ checklist("goods-in") }}}}
```

~~~~
``` {{{{ config }}}} ```
~~~~
"""


def test_macros_in_code_are_shown_as_text(project: Path) -> None:
    """Checks and build see the same: in code nothing is a call, and nothing is evaluated."""
    for language in ("en", "zh"):
        page = project / "docs" / language / "about/pieces.md"
        page.write_text(page.read_text("utf-8") + CODE, "utf-8")
    result = build(project)
    assert result.code == 0, result.err
    html = (project / "site/en/about/pieces/index.html").read_text("utf-8")
    assert '<code>{{ term("key-user") }}</code>' in html.replace("&quot;", '"')
    for text in (JINJA, '{{ checklist("goods-in") }}', "``` {{ config }} ```"):
        assert text in html.replace("&quot;", '"')


def test_nothing_but_calls_is_evaluated_even_without_the_check(project: Path) -> None:
    page = project / "docs/en/about/pieces.md"
    probe = "{{ cycler.__init__.__globals__.os.popen('echo leaked').read() }}"
    page.write_text(f"{page.read_text('utf-8')}\n{JINJA}\n\n{probe}\n", "utf-8")
    (project / "direct.py").write_text(SCRIPT)
    result = run_command(project, "direct.py", PLAYBOOK_FORMATS="csv")
    assert result.code == 0, result.err
    html = (project / "out/about/pieces/index.html").read_text("utf-8")
    assert "{{ 7 * 7 }}" in html
    assert "popen('echo leaked')" in html.replace("&#39;", "'")


def test_mkdocs_alone_says_which_command_builds_the_site(project: Path) -> None:
    result = run_command(project, "-m", "mkdocs", "build", "-f", "mkdocs.yml")
    assert result.code != 0
    assert "python3 scripts/build.py" in result.err


def test_deploying_needs_the_address_and_the_ledger(project: Path) -> None:
    result = build(project, "--deploy", "1.0", PLAYBOOK_SITE_URL="")
    assert result.code == 2
    assert "--deploy needs --site-url" in result.err
    (project / "docs/library/published-ids.txt").write_text("")
    result = build(project, "--deploy", "1.0", "--site-url", "https://example.com/")
    assert result.code == 1
    assert "check.py --record-ids" in result.err


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("SOURCE_DATE_EPOCH", "soon", "'soon' is no number of seconds"),
        ("PLAYBOOK_FORMATS", "csv,doc", "'doc' is no format; known are"),
        ("PLAYBOOK_SITE_URL", "example.com", "'example.com' is no address"),
        ("PLAYBOOK_CLIENT_URL", "ftp://example.com", "'ftp://example.com' is no address"),
    ],
)
def test_settings_that_cant_be_used_are_told(monkeypatch, variable, value, message) -> None:
    monkeypatch.setenv(variable, value)
    result = run_script("build.py")
    assert result.code == 1
    assert message in result.err

"""What the engine itself reads of mkdocs.yml: the navigation, and where the clients' site is.

The rest is mkdocs' business and may hold tags that only mkdocs can construct, so the file is
read as nodes: they have lines, and nothing in them is evaluated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.contracts.fields import LANGUAGES
from macros.contracts.findings import Finding

# What mkdocs adds by itself.
BUILT_IN: dict[str, dict[str, Any]] = {"toc": {}, "tables": {}, "fenced_code": {}}
CONFIG = "mkdocs.yml"  # of the first language; those of the others inherit it
CONFIGS = {name: CONFIG if name == LANGUAGES[0] else f"mkdocs.{name}.yml" for name in LANGUAGES}


@dataclass
class Config:
    """The navigation with the line of each of its paths, and what is wrong with the file."""

    nav: list[Any] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)  # of a path's first mention
    span: tuple[int, int] = (0, 0)  # lines of the whole navigation, counted from 0; end excluded
    client_url: str = ""
    extensions: dict[str, dict[str, Any]] = field(default_factory=dict)  # of Python-Markdown
    findings: list[Finding] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The pages of the navigation, in order."""
        return nav_paths(self.nav)


def load_config(root: Path) -> Config:
    """Read mkdocs.yml under `root`. Never raises on bad content: see `Config.findings`."""
    path = root / CONFIG
    config = Config()
    try:
        node = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
    except FileNotFoundError:
        config.findings.append(_finding(1, "no such file", "the site's configuration"))
        return config
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        found = f"not readable as YAML: {error.problem or error}"
        config.findings.append(_finding(line, found, "valid YAML, indented with spaces"))
        return config
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        config.findings.append(_finding(1, f"not readable: {error}", "YAML as UTF-8 text"))
        return config
    values = _values(node)
    if isinstance(nav := values.get("nav"), yaml.SequenceNode):
        config.nav = [_plain(entry, config.lines) for entry in nav.value]
        key = next(key for key, value in node.value if value is nav)
        config.span = (key.start_mark.line, _end(nav) + 1)
    else:
        config.findings.append(_finding(1, "no list under 'nav'", "the pages of the site"))
    config.extensions = _extensions(values.get("markdown_extensions"), config)
    url = _values(values.get("extra")).get("client_url")
    config.client_url = url.value if isinstance(url, yaml.ScalarNode) else ""
    return config


def with_nav(text: str, config: Config, nav: list[Any]) -> str:
    """The text of mkdocs.yml, whose `config` this is, with another navigation."""
    written = yaml.safe_dump({"nav": nav}, allow_unicode=True, sort_keys=False)
    lines = text.splitlines(keepends=True)
    first, end = config.span
    return "".join([*lines[:first], written, *lines[end:]])


def _extensions(node: yaml.Node | None, config: Config) -> dict[str, dict[str, Any]]:
    """The extensions of Python-Markdown with their settings, those of mkdocs included."""
    if node is None:
        return dict(BUILT_IN)
    try:
        own = yaml.safe_load(yaml.serialize(node))
    except yaml.YAMLError as error:
        found = f"markdown_extensions: {getattr(error, 'problem', error)}"
        line = node.start_mark.line + 1
        config.findings.append(_finding(line, found, "plain settings, without tags"))
        return dict(BUILT_IN)
    if isinstance(own, list):  # mkdocs takes names and mappings in a list too
        own = {name: more for one in own for name, more in _named(one).items()}
    return BUILT_IN | {name: settings or {} for name, settings in own.items()}


def _named(extension: str | dict[str, Any]) -> dict[str, Any]:
    return {extension: {}} if isinstance(extension, str) else extension


def nav_paths(nav: list[Any]) -> list[str]:
    """The pages of a navigation, in order."""
    found: list[str] = []
    for entry in nav:
        if isinstance(entry, str):
            found.append(entry)
        else:
            for children in entry.values():
                found += nav_paths(children) if isinstance(children, list) else [children]
    return found


def _finding(line: int, found: str, expected: str) -> Finding:
    return Finding(CONFIG, line, "config-unread", found, expected, "correct the line")


def _values(node: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value: value for key, value in pairs}


def _plain(node: yaml.Node, lines: dict[str, int]) -> str | list[Any] | dict[str, Any]:
    """A node as text, list or mapping; the lines of texts go into `lines`."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry, lines) for entry in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value, lines) for key, value in node.value}
    lines.setdefault(node.value, node.start_mark.line + 1)
    return node.value


def _end(node: yaml.Node) -> int:
    """The line, counted from 0, of the last text in a node."""
    if isinstance(node, yaml.SequenceNode) and node.value:
        return _end(node.value[-1])
    if isinstance(node, yaml.MappingNode) and node.value:
        return _end(node.value[-1][1])
    return node.start_mark.line

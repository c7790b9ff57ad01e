#!/usr/bin/env python3
"""Build the whole site, both languages, or publish a version of it."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Read the arguments, build or deploy, return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Without --deploy the site is written to --output. With it, both languages are "
        "committed to --branch under <language>/<version>/, and aliases lead there.",
    )
    parser.add_argument(
        "--output", type=Path, help="where to (default: site/; client edition: site-client/)"
    )
    parser.add_argument(
        "--site-url",
        help="public address of the site's root (default: $PLAYBOOK_SITE_URL)",
    )
    parser.add_argument(
        "--edition",
        choices=["internal", "client"],
        default="internal",
        help="client: only what is marked for clients, for a host of its own",
    )
    deploy = parser.add_argument_group("publishing a version")
    deploy.add_argument("--deploy", metavar="VERSION", help="publish as this version, such as 1.0")
    deploy.add_argument(
        "--alias", action="append", default=[], help="a name that leads to it, such as latest"
    )
    deploy.add_argument(
        "--branch", help="branch to commit to (default: gh-pages; client edition: client-pages)"
    )
    deploy.add_argument("--push", metavar="REMOTE", help="push the branch to this remote")
    parser.add_argument("--debug", action="store_true", help="show where a failure came from")
    arguments = parser.parse_args()
    client = arguments.edition == "client"
    branch = arguments.branch or ("client-pages" if client else "gh-pages")
    output = arguments.output or ROOT / ("site-client" if client else "site")

    from macros import bootstrap

    bootstrap.enter()
    from macros.commands import build, deploy, settings

    options = settings(
        ROOT,
        os.environ,
        edition=arguments.edition,
        version=arguments.deploy or "",
        site_url=arguments.site_url,
    )
    if not arguments.deploy:
        return build.run(options, output.resolve(), arguments.debug)
    if not options.site_url:
        parser.error("--deploy needs --site-url: redirects and 'not found' depend on it")
    return deploy.run(options, arguments.alias, branch, arguments.push, arguments.debug)


if __name__ == "__main__":
    sys.exit(main())

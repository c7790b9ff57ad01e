"""From content to a finished site: whole or after an edit, one language or all, published.

Come in to change what a build does. `adapters/` is the only code that knows mkdocs and mike.
"""

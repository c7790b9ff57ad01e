"""What a reader sees: items and views as HTML, with a Jinja environment of its own.

Come in to show something new: a view is a module and a template in `views/`. Templates loop
and place, Python computes; no HTML is in Python.
"""

"""What content may be: the contracts that pages, library items and shared data keep.

Come in to change what a page must contain (`page_types.yml`), what an item or a term may say
(`item.py`, `vocabulary.py`), or the neutral form between items and files (`sheet.py`). This
room is the ground: it imports no other.
"""

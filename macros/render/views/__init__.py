"""Views: what pages can show besides library items, each a template beside this file.

A page calls a view like an item: {{ term("key-user") }}, {{ glossary() }}.
"""

# macro name: (fewest, most) arguments
VIEWS: dict[str, tuple[int, int]] = {
    "term": (1, 2),
    "glossary": (0, 0),
    "phase_map": (0, 0),
    "needs_by_role": (0, 0),
    "toolkit": (0, 0),
    "kind_index": (1, 1),
    "our_system": (1, 1),
    "phrase_bank": (0, 0),
    "projects": (0, 0),
    "pack": (0, 0),
    "method_by_phase": (0, 0),
    "method_by_role": (0, 0),
    "onboarding_path": (0, 0),
}

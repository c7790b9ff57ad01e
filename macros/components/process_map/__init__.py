from macros.components import Component
from macros.components.process_map.model import ProcessMap

COMPONENT = Component(name="process_map", folder="process-maps", model=ProcessMap, wide=True)
"""A process before and after, drawn side by side, with its figures."""

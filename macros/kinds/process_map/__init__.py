from macros.kinds import Kind
from macros.kinds.process_map.model import ProcessMap

KIND = Kind(name="process_map", folder="process-maps", model=ProcessMap, wide=True)
"""A process before and after, drawn side by side, with its figures."""

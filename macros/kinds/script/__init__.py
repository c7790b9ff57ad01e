from macros.kinds import Kind
from macros.kinds.script.model import Script

KIND = Kind(name="script", folder="conversation-scripts", model=Script)
"""One conversation: what to say first, what to avoid, likely replies, how to close."""

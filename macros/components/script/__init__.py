from macros.components import Component
from macros.components.script.model import Script

COMPONENT = Component(name="script", folder="conversation-scripts", model=Script)
"""One conversation: what to say first, what to avoid, likely replies, how to close."""

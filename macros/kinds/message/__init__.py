from macros.kinds import Kind
from macros.kinds.message.model import Message

KIND = Kind(name="message", folder="messages", model=Message)
"""A message to send: one purpose, one audience, one channel, with named placeholders."""

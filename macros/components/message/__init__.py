from macros.components import Component
from macros.components.message.model import Message

COMPONENT = Component(name="message", folder="messages", model=Message)
"""A message to send: one purpose, one audience, one channel, with named placeholders."""

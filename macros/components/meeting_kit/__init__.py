from macros.components import Component
from macros.components.meeting_kit.model import MeetingKit

COMPONENT = Component(name="meeting_kit", folder="meeting-kits", model=MeetingKit)
"""Everything one kind of meeting needs: who, agenda, papers, rules, minutes, when it is done."""

from macros.kinds import Kind
from macros.kinds.meeting_kit.model import MeetingKit

KIND = Kind(name="meeting_kit", folder="meeting-kits", model=MeetingKit)
"""Everything one kind of meeting needs: who, agenda, papers, rules, minutes, when it is done."""

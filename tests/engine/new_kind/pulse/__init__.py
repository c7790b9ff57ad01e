from macros.kinds.pulse.model import Pulse

from macros.kinds import Kind

KIND = Kind(name="pulse", folder="pulses", model=Pulse, form=("date",))
"""How the room feels, in three words, at the end of a day."""

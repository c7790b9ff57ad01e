from macros.kinds import Kind
from macros.kinds.drill.model import Drill

KIND = Kind(
    name="drill", folder="drills", model=Drill, counted=True, form=("drill-learner", "date")
)
"""A practice drill: answer first, then compare with a rubric and two model answers."""

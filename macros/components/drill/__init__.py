from macros.components import Component
from macros.components.drill.model import Drill

COMPONENT = Component(name="drill", folder="drills", model=Drill, form=("drill-learner", "date"))
"""A practice drill: answer first, then compare with a rubric and two model answers."""

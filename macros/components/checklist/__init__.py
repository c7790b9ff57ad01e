from macros.components import Component
from macros.components.checklist.model import Checklist

COMPONENT = Component(name="checklist", folder="checklists", model=Checklist)

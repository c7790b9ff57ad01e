from macros.kinds import Kind
from macros.kinds.checklist.model import Checklist

KIND = Kind(name="checklist", folder="checklists", model=Checklist, counted=True)

from macros.kinds import Kind
from macros.kinds.register.model import Register

KIND = Kind(name="register", folder="registers", model=Register, wide=True)
"""A list that a project keeps: typed columns, allowed values, filled sample rows."""

from macros.components import Component
from macros.components.register.model import Register

COMPONENT = Component(name="register", folder="registers", model=Register, wide=True)
"""A list that a project keeps: typed columns, allowed values, filled sample rows."""

from macros.components import Component
from macros.components.calculation.model import Calculation

COMPONENT = Component(name="calculation", folder="calculations", model=Calculation)
"""A sum with its arithmetic shown, to be filled in with the client's own figures."""

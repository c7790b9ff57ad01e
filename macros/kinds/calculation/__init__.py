from macros.kinds import Kind
from macros.kinds.calculation.model import Calculation

KIND = Kind(name="calculation", folder="calculations", model=Calculation)
"""A sum with its arithmetic shown, to be filled in with the client's own figures."""

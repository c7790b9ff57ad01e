from macros.components import Component
from macros.components.interview.model import Interview

COMPONENT = Component(name="interview", folder="interviews", model=Interview)

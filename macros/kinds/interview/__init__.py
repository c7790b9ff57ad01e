from macros.kinds import Kind
from macros.kinds.interview.model import Interview

KIND = Kind(name="interview", folder="interviews", model=Interview)

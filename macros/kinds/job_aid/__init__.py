from macros.kinds import Kind
from macros.kinds.job_aid.model import JobAid

KIND = Kind(
    name="job_aid",
    folder="job-aids",
    model=JobAid,
    form=("job-aid-key-user", "job-aid-support"),
)
"""A card that hangs beside the screen: the tasks of one role in as few words as they need."""

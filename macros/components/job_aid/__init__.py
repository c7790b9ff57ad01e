from macros.components import Component
from macros.components.job_aid.model import JobAid

COMPONENT = Component(
    name="job_aid",
    folder="job-aids",
    model=JobAid,
    form=("job-aid-key-user", "job-aid-support"),
)
"""A card that hangs beside the screen: the tasks of one role in as few words as they need."""

from macros.kinds import Kind
from macros.kinds.training_plan.model import TrainingPlan

KIND = Kind(name="training_plan", folder="training-plans", model=TrainingPlan)

from macros.components import Component
from macros.components.training_plan.model import TrainingPlan

COMPONENT = Component(name="training_plan", folder="training-plans", model=TrainingPlan)

from macros.components import Component
from macros.components.quiz.model import Quiz

COMPONENT = Component(name="quiz", folder="quizzes", model=Quiz)
"""Questions with explained answers and a pass mark."""

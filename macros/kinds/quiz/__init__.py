from macros.kinds import Kind
from macros.kinds.quiz.model import Quiz

KIND = Kind(name="quiz", folder="quizzes", model=Quiz)
"""Questions with explained answers and a pass mark."""

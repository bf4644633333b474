"""Users: which functions are told whom they work for, and which classes have such methods."""

from isolint.init.contexts import Contexts
from isolint.program import Program
from isolint.program.values.origins import Cls


class Users:
    """Answers from names of parameters and from contexts; `names` hold a user, or something of a user's."""

    def __init__(self, program: Program, contexts: Contexts) -> None:
        self._program = program
        self._takers = {taker[:2] for taker in contexts.takers if taker.name}
        self.names = program.vocabulary.names("identity-name") | program.vocabulary.names("personal-name")

    def takes(self, file: int, scope: int) -> bool:
        """Whether a function takes a context."""
        return (file, scope) in self._takers

    def served(self, cls: Cls) -> bool:
        """Whether a method of a class, of its bases or of its subclasses takes a context or is told a user."""
        above = [base for base in self._program.evaluator.members.mro(cls) if isinstance(base, Cls)]
        for each in (*above, *self._program.evaluator.members.below(cls)):
            for method in self._program.evaluator.members.methods(each):
                params = self._program.units[each.file].header(method).params
                if self.takes(each.file, method) or any(row[0] in self.names for row in params):
                    return True
        return False

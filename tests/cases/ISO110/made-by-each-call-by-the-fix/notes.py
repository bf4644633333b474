from typing import Optional, Union


class Notes:
    def __init__(
        self,
        owner: str,
        lines: list[str] = [],  # what is there already  # expect: ISO110
        *,
        marks: Optional[dict] = {},  # expect: ISO110
        shapes={  # expect: ISO110
            "round": [
                1,
            ],
            # and nothing else
        },
    ) -> None:
        """Notes of one person."""

        # they can be changed
        self.lines = lines
        self.marks = marks
        self.shapes = shapes
        self.owner = owner

    def write(self, line, mark):
        self.lines.append(line)
        self.marks[line] = mark
        self.shapes[line] = [mark]

    async def merged(self, others: "list[str]" = [], kinds: Union[list, set] = []):  # expect: ISO110
        others.extend(self.lines)
        for each in others:
            yield each, [*kinds]


def joined(one, other=[]): other.append(one); return other  # expect: ISO110


def counted(function, calls=[]):  # expect: ISO110
    def inner(*given):
        return function(*given)

    calls.append(inner)
    return inner, calls

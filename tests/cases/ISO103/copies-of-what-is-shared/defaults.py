from pydantic import BaseModel

DEFAULTS = {"color": "red"}
OPTIONS = {"colors": ["red", "green"]}


class Theme(BaseModel):
    color: str = "red"


class Tool:
    def run(self, text):
        lines = []
        lines.append(text)
        return lines


BASE = Theme()
TOOLS = {"echo": Tool()}


def fresh():
    return {"color": "red"}

from mcp.server.fastmcp import FastMCP

server = FastMCP("notes")
notes = []
lines = []
unused = []


@server.tool()
def add(note: str):
    notes.append(note)  # expect: ISO103
    return notes


def append(line: str):
    lines.append(line)  # expect: ISO103
    return lines


def never(line: str):
    unused.append(line)
    return unused


server.tool()(append)

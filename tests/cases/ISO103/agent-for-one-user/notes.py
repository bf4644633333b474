from langchain.agents import create_agent
from langchain_core.tools import tool

notes = []


@tool
def note(text: str) -> str:
    """Keep a note."""
    notes.append(text)
    return "\n".join(notes)


def main():
    agent = create_agent("openai:gpt-5", tools=[note])
    while question := input("> "):
        print(agent.invoke({"messages": [("user", question)]}))


if __name__ == "__main__":
    main()

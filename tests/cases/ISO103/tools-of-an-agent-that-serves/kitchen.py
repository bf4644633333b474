from agents import Agent as Waiter
from agents import function_tool
from pydantic_ai import Agent, RunContext

cook = Agent[list, str]("openai:gpt-5", deps_type=list)
pans = []
tables = {}


@cook.tool_plain
def fry(item: str) -> str:
    """Fry something."""
    pans.append(item)  # expect: ISO103
    return ", ".join(pans)


@cook.tool
def serve(context: RunContext[list], item: str) -> list:
    """Serve what is asked for."""
    context.deps.append(item)
    return context.deps


@function_tool
def seat(name: str) -> dict:
    """Seat a guest."""
    tables["last"] = name  # expect: ISO103
    return tables


waiter = Waiter(name="waiter", tools=[seat])

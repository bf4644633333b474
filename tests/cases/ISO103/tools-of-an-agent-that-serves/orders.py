from contextvars import ContextVar

from langchain.agents import create_agent
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import StructuredTool, tool

basket = []
baskets = {}
prices = {"tea": 2}
wishes = []
current = ContextVar("current", default=None)


@tool
def put(item: str) -> str:
    """Put an item into the basket."""
    basket.append(item)  # expect: ISO103
    return ", ".join(basket)


@tool(parse_docstring=True)
def keep(item: str, config: RunnableConfig) -> list:
    """Put an item into the user's own basket."""
    baskets.setdefault(config["configurable"]["thread_id"], []).append(item)
    current.set(item)
    return baskets


@tool
def price(item: str) -> int:
    """Tell a price."""
    found = []
    found.append(prices.get(item))
    return found[0]


def wish(text: str) -> list:
    """Remember a wish."""
    wishes.append(text)  # expect: ISO103
    return wishes


agent = create_agent("openai:gpt-5", tools=[put, keep, price, StructuredTool.from_function(wish)])

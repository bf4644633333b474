from agents import ToolDispatcher

everywhere = ToolDispatcher(tools=[])

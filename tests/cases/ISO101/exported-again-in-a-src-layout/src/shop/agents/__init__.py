from .registry import agent_registry as agents

__all__ = ["agents"]

from fastapi import APIRouter
from registry import AgentRegistry

router = APIRouter()


@router.post("/ask")
async def ask(question: str):
    agent = AgentRegistry.get_agent("helper")  # expect: ISO101
    return await agent.run(question)

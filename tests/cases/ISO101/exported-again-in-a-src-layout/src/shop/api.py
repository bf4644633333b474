from fastapi import APIRouter

from .agents import agents

router = APIRouter()


@router.post("/ask")
async def ask(question: str):
    return await agents.get_agent("helper").run(question)  # expect: ISO101

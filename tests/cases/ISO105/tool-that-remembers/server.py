from fastapi import FastAPI
from langchain.agents import create_agent
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.tools import BaseTool
from langchain_openai import ChatOpenAI

app = FastAPI()


class Note(BaseTool):
    name: str = "note"
    notes: list = []

    def _run(self, text: str) -> str:
        self.notes.append(text)
        return "\n".join(self.notes)


class Own(BaseTool):
    name: str = "own"
    notes: list = []

    def _run(self, text: str) -> str:
        self.notes.append(text)
        return "\n".join(self.notes)


class Tokens(BaseCallbackHandler):
    def __init__(self):
        self.tokens = []

    def on_llm_new_token(self, token, **kwargs):
        self.tokens.append(token)


class Told(BaseCallbackHandler):
    def __init__(self):
        self.tokens = []

    def on_llm_new_token(self, token, **kwargs):
        self.tokens.append(token)


agent = create_agent("openai:gpt-5", tools=[Note()])  # expect: ISO105
tokens = Tokens()  # expect: ISO105
llm = ChatOpenAI(streaming=True, callbacks=[tokens])


@app.post("/ask")
async def ask(question: str):
    await agent.ainvoke({"messages": [("user", question)]})
    await llm.ainvoke(question)
    return "".join(tokens.tokens)


@app.post("/own")
async def own(question: str):
    told = Told()
    mine = create_agent(ChatOpenAI(callbacks=[told]), tools=[Own()])
    await mine.ainvoke({"messages": [("user", question)]}, config={"callbacks": [told]})
    return "".join(told.tokens)

from functools import lru_cache

from fastapi import Depends, FastAPI
from llama_index.core import VectorStoreIndex

from documents import load

app = FastAPI()


@lru_cache
def get_engine():
    index = VectorStoreIndex.from_documents(load())
    return index.as_chat_engine()  # expect: ISO114


@lru_cache
def engine_of(session_id: str):
    return VectorStoreIndex.from_documents(load()).as_chat_engine()


@lru_cache
def get_answers():
    return VectorStoreIndex.from_documents(load()).as_query_engine()


@app.post("/ask")
def ask(question: str, engine=Depends(get_engine)):
    return str(engine.chat(question))


@app.post("/talk/{session_id}")
def talk(session_id: str, question: str):
    return str(engine_of(session_id).chat(question))


@app.post("/answer")
def answer(question: str):
    return str(get_answers().query(question))

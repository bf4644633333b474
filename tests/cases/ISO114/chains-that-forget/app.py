from flask import Flask, request
from langchain.chains import LLMChain
from langchain.memory import ConversationBufferMemory
from langchain_core.prompts import PromptTemplate
from langchain_openai import ChatOpenAI

app = Flask(__name__)
chain = LLMChain(llm=ChatOpenAI(), prompt=PromptTemplate.from_template("{question}"))
memories = {}
memory = ConversationBufferMemory()
memory.save_context({"input": "hi"}, {"output": "hello"})


def memory_of(session_id):
    if session_id not in memories:
        memories[session_id] = ConversationBufferMemory()
    return memories[session_id]


@app.route("/ask", methods=["POST"])
def ask():
    return chain.invoke({"question": request.json["question"]})


@app.route("/talk/<session_id>", methods=["POST"])
def talk(session_id):
    own = memory_of(session_id)
    answer = chain.invoke({"question": request.json["question"]})
    own.save_context({"input": request.json["question"]}, {"output": answer})
    return answer

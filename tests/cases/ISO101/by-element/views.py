from agents import registry
from flask import Flask

app = Flask(__name__)


def answer(question):
    agent = registry.agents["helper"]  # expect: ISO101
    return agent.run(question)


@app.post("/ask/<question>")
def ask(question):
    return answer(question)

def answer(question):
    agent = registry.get("helper"
    return agent.run(question)

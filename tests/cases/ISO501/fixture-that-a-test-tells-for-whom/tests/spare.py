from agents import SupervisorAgent


def never_called():
    return SupervisorAgent("llm")

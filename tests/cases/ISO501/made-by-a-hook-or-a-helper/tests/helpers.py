from agents import SupervisorAgent


def make_supervisor():
    return SupervisorAgent("llm")  # expect: ISO501

from tests.people import alice


def run(agent):
    return agent.run("hi", alice())

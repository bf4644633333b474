class Agent:
    name = ""
    tone = ""

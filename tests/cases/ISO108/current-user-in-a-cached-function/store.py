def load(whose, what):
    return f"{whose}/{what}"

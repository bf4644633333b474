class Memory:
    def __init__(self):
        self.turns = []

    def add(self, user_id, text):
        self.turns.append(text)

    def all(self, user_id):
        return self.turns


memory = Memory()  # expect: ISO105

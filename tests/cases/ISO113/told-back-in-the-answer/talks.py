class Talks:
    def __init__(self):
        self.kept = {}

    def keep(self, answer):
        self.kept[answer.session_id] = answer

    def __getitem__(self, session_id):
        return self.kept[session_id]


talks = Talks()

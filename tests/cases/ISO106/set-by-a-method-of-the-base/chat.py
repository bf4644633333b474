from base import Agent


class Assistant(Agent):
    def answer(self, question):
        return super().answer(question.strip())

    def think(self):
        return self.question.upper()


assistant = Assistant()

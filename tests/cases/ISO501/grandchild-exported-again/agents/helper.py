from .roots import Talking


class PoliteHelper(Talking):
    def run(self, question): ...

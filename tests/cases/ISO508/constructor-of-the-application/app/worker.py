class Worker:
    def __init__(self):
        self.jobs = []

from celery import Task


class Import(Task):  # expect: ISO105
    def __init__(self):
        self.rows = []

    def run(self, row):
        self.rows.append(row)
        return self.rows

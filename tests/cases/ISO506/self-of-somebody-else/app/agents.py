class Agent:
    def validate_task(self, task):
        return bool(task)

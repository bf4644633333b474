class Validator:
    def __init__(self, bridge):
        self.bridge = bridge

    def validate_events(self):
        return self.bridge.complete, self.bridge.missing

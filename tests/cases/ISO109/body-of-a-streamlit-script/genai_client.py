class Client:
    def __init__(self, api_key):
        self.api_key = api_key

    def speak(self):
        return f"spoken with {len(self.api_key)} signs"

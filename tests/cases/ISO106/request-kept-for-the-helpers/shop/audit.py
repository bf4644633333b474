class Auditor:
    def begin(self, request):
        self._request = request  # expect: ISO106

    def note(self, text):
        return f"{self._request.user}: {text}"


auditor = Auditor()

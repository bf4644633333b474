class Client:
    def __init__(self, headers={}):
        self._headers = headers

    def send(self, request):
        return request.send({**self._headers, "x": "y"})


class Collector:
    def __init__(self, found=[]):  # expect: ISO110
        self._found = found

    def collect(self, each):
        self._found.append(each)

class PathMiddleware:  # expect: ISO105
    def __init__(self, get_response):
        self.get_response = get_response
        self.paths = []

    def __call__(self, request):
        self.paths.append(request.path)
        response = self.get_response(request)
        response["X-Paths"] = ",".join(self.paths)
        return response

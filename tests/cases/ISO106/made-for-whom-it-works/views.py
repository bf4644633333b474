from clients import ClientRequest
from contextvars import ContextVar


class SearchView:
    """Made for each request, by a function that knows how."""

    def __call__(self, request):
        self.request = request
        return self.answer()

    def answer(self):
        return self.request.GET["q"]


def search_view(view_class=SearchView):
    return lambda request: view_class()(request)


class MessageTool:
    def __init__(self):
        self._chat_id = ContextVar("chat_id", default="")

    def set_context(self, chat_id: str):
        self._chat_id.set(chat_id)

    async def execute(self, content: str):
        return self._chat_id.get(), content


class NoteTool:
    def set_user(self, user_id):
        self.user_id = user_id

    def run(self, text):
        return self.user_id, text


def notes(user_id):
    tool = NoteTool()
    tool.set_user(user_id)
    return tool.run("new")


class Document:
    def set_user(self, user_id):
        self.user_id = user_id

    def title(self):
        return f"of {self.user_id}"


class ReportTool:
    def set_user(self, user_id):
        self.user_id = user_id


class StampTool:
    def __call__(self, text):
        self.text = text
        return self.stamped()

    def stamped(self):
        return f"* {self.text}"


class SigningMiddleware:
    """Of what a client sends, not of what a server is asked."""

    async def __call__(self, request: ClientRequest, handler):
        if self.origin is None:
            self.origin = request.url.origin()
        return await handler(self.signed(request))

    def signed(self, request):
        return request.under(self.origin)

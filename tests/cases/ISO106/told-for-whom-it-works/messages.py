from chat.tools import Tool


class MessageTool(Tool):
    def __init__(self, send, chat_id=""):
        self._send = send
        self._chat_id = chat_id

    def set_context(self, channel: str, chat_id: str):
        self._channel = channel  # expect: ISO106
        self._chat_id = chat_id  # expect: ISO106

    @property
    def name(self):
        return "message"

    async def execute(self, content: str):
        await self._send(self._channel, self._chat_id, content)

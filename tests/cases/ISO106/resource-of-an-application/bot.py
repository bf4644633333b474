import dingtalk_stream
from dingtalk_stream import AckMessage


class Helper(dingtalk_stream.ChatbotHandler):
    def __init__(self):
        super().__init__()
        self.last = None

    async def process(self, callback):
        incoming = dingtalk_stream.ChatbotMessage.from_dict(callback.data)
        self.last = incoming.text.content  # expect: ISO106
        self.reply_text(self.last, incoming)
        return AckMessage.STATUS_OK, "OK"


client = dingtalk_stream.DingTalkStreamClient(dingtalk_stream.Credential("id", "secret"))
client.register_callback_handler(dingtalk_stream.ChatbotMessage.TOPIC, Helper())

from anthropic import Anthropic

_client = None


def client(api_key):
    global _client
    if _client is None:
        _client = Anthropic(api_key=api_key)  # expect: ISO104
    return _client


def answer(question, api_key):
    return client(api_key).messages.create(messages=[{"role": "user", "content": question}])

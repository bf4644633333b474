import httpx


def wait_for_chats():
    return httpx.get("http://localhost/chats").is_success

"""The leaky example leaks, its repaired twin does not, and the tests of both are green."""

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

EXAMPLES = Path(__file__).parent.parent / "examples"
MAILBOX_SIZE = 5


class Service:
    """A running example, spoken to as one user or another."""

    def __init__(self, client: TestClient, issue_token: Callable[[str], str]) -> None:
        self.client = client
        self.issue_token = issue_token

    def send(self, sender: str, recipient: str, text: str) -> tuple[int, str]:
        """Send a message; the status, and the assistant's answer or the reason of a refusal."""
        message = {"to": recipient, "text": text}
        response = self.client.post("/messages", json=message, headers=self._headers(sender))
        body = response.json()
        return response.status_code, body.get("text") or body["detail"]

    def inbox(self, user: str) -> list[str]:
        messages: list[str] = self.client.get("/messages", headers=self._headers(user)).json()
        return messages

    def first_event(self, listener: str, *sent: tuple[str, str, str]) -> dict[str, str]:
        """Send messages; what the listener's socket receives first."""
        with self.client.websocket_connect("/ws", params={"token": self.issue_token(listener)}) as socket:
            for message in sent:
                self.send(*message)
            event: dict[str, str] = socket.receive_json()
        return event

    def _headers(self, user: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.issue_token(user)}"}


def forget_chat() -> None:
    """Both examples have a package named chat: forget the one that was imported."""
    for name in [name for name in sys.modules if name == "chat" or name.startswith("chat.")]:
        del sys.modules[name]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Service]]:
    """Start an example by the name of its folder."""
    with ExitStack() as stack:
        stack.callback(forget_chat)

        def start_example(example: str) -> Service:
            monkeypatch.syspath_prepend(EXAMPLES / example)
            forget_chat()
            app = importlib.import_module("chat.app").app
            client = stack.enter_context(TestClient(app))
            return Service(client, importlib.import_module("chat.auth").issue_token)

        yield start_example


def test_leaky_assistant_quotes_another_user(start: Callable[[str], Service]) -> None:
    service = start("leaky")
    service.send("alice", "carol", "my PIN is 4711")
    assert service.send("bob", "carol", "hello") == (201, "Noted: hello (before that: my PIN is 4711)")


def test_repaired_assistant_quotes_its_own_user_only(start: Callable[[str], Service]) -> None:
    service = start("repaired")
    service.send("alice", "carol", "my PIN is 4711")
    assert service.send("bob", "carol", "hello") == (201, "Noted: hello")
    assert service.send("bob", "carol", "and bye") == (201, "Noted: and bye (before that: hello)")


@pytest.mark.parametrize(("example", "received"), [("leaky", "for Bob only"), ("repaired", "for Carol")])
def test_first_message_on_carols_socket(start: Callable[[str], Service], example: str, received: str) -> None:
    service = start(example)
    event = service.first_event("carol", ("alice", "bob", "for Bob only"), ("alice", "carol", "for Carol"))
    assert event["text"] == received


@pytest.mark.parametrize(("example", "leaks"), [("leaky", True), ("repaired", False)])
def test_refused_message_is_saved_by_the_next_user(
    start: Callable[[str], Service], example: str, *, leaks: bool
) -> None:
    service = start(example)
    for number in range(MAILBOX_SIZE):
        service.send("dave", "carol", f"message {number}")
    assert service.send("alice", "carol", "never mind") == (409, "mailbox full")
    assert service.send("bob", "dave", "hello")[0] == 201
    assert ("never mind" in service.inbox("carol")) is leaks


@pytest.mark.parametrize("example", ["leaky", "repaired", "crossing", "crossing-repaired"])
def test_own_tests_of_an_example_are_green(example: str) -> None:
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    result = subprocess.run(command, cwd=EXAMPLES / example, capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stdout + result.stderr
    assert " passed" in result.stdout

"""Sending and reading messages."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from chat.database import Message, create_session

MAILBOX_SIZE = 5


class MailboxFullError(Exception):
    pass


class MessageService:
    def __init__(self, session: Session) -> None:
        self.session = session

    def send(self, sender: str, recipient: str, text: str) -> None:
        self.session.add(Message(sender=sender, recipient=recipient, text=text))
        count = select(func.count()).select_from(Message).where(Message.recipient == recipient)
        if self.session.scalars(count).one() > MAILBOX_SIZE:
            raise MailboxFullError(recipient)
        self.session.commit()

    def inbox(self, user_id: str) -> Sequence[str]:
        query = select(Message.text).where(Message.recipient == user_id).order_by(Message.id)
        return self.session.scalars(query).all()


message_service = MessageService(create_session())

from dataclasses import dataclass, field

from somewhere import make_session
from sqlalchemy.orm import Session


class AuditedSession(Session): ...


session: Session = make_session()  # expect: ISO202
audited = AuditedSession()  # expect: ISO202


@dataclass
class Context:
    session: Session | None = field(default=None)

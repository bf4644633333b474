from .sessions import open_session

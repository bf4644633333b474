from fastapi import Depends, FastAPI
from presence import Presence, presence
from sqlalchemy.orm import Session, sessionmaker

app = FastAPI()
SessionLocal = sessionmaker()


def get_session():
    with SessionLocal() as session:
        yield session


@app.post("/here")
def here(session: Session = Depends(get_session)):
    presence.database = session  # expect: ISO201


@app.post("/there")
def there(session: Session = Depends(get_session)):
    mine = Presence()
    mine.database = session

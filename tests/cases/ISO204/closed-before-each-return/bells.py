from fastapi import FastAPI, HTTPException
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

Local = sessionmaker(bind=create_engine("sqlite:///hotel.db"))
app = FastAPI()


@app.get("/bells")
def bells(ring: bool) -> int:
    db = Local()  # expect: ISO204

    if ring:
        db.execute(text("update bells set rung = 1"))
        # before the guest comes
        db.close()
        return 1
    for row in db.execute(text("select number from bells")):
        if row.number:
            db.close()
            raise HTTPException(409)
    count = db.execute(text("select count(*) from bells")).scalar_one()
    db.close()
    return count

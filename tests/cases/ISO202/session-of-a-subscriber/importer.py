from google.cloud import pubsub_v1
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("postgresql://")
make = sessionmaker(engine)
shared = Session(engine)  # expect: ISO202


def keep(message, session):
    session.add(message.data)
    session.commit()


def main():
    once = make()  # expect: ISO202
    subscriber = pubsub_v1.SubscriberClient()

    def callback(message):
        keep(message, once)
        keep(message, shared)
        message.ack()

    def apart(message):
        with make() as own:
            keep(message, own)
        message.ack()

    subscriber.subscribe("others", callback=apart)
    subscriber.subscribe("orders", callback=callback).result()


if __name__ == "__main__":
    main()

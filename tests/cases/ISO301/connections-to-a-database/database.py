from sqlalchemy import create_engine


class ConnectionManager:
    def __init__(self):
        self.connections = []

    def connect(self):
        connection = create_engine("sqlite://").connect()
        self.connections.append(connection)
        return connection

    def close_all(self):
        for connection in self.connections:
            connection.close()


connection_manager = ConnectionManager()


def get_connection_manager():
    return connection_manager

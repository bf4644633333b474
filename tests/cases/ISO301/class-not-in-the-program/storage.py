from storage_library import ConnectionManager

manager = ConnectionManager()

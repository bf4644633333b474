from .manager import ConnectionManager

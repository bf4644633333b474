from psycopg_pool import ConnectionPool

pool = ConnectionPool("postgresql://shop")

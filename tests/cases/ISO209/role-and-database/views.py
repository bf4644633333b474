from flask import Flask, request

from database import pool

app = Flask(__name__)


@app.get("/orders")
def orders():
    with pool.connection() as connection:
        connection.execute("SET ROLE accountant")  # expect: ISO209
        connection.execute("SELECT * FROM orders")
        connection.execute("RESET ROLE")
        return "done"


@app.get("/parcels")
def parcels():
    with pool.connection() as connection, connection.cursor() as cursor:
        cursor.execute("USE `%s`" % request.args["shop"])  # expect: ISO209
        cursor.execute("SELECT * FROM parcels")
        return cursor.fetchall()

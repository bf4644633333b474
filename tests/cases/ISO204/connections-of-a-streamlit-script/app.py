import psycopg
import streamlit as st

WHERE = "dbname=library"


@st.cache_resource
def shelves():
    return psycopg.connect(WHERE)


left = psycopg.connect(WHERE)  # expect: ISO204
st.write(left.execute("select title from books").fetchall())

open_until_then = psycopg.connect(WHERE)  # expect: ISO204
st.write(open_until_then.execute("select name from readers").fetchall())
open_until_then.close()

careful = psycopg.connect(WHERE)
try:
    st.write(careful.execute("select name from readers").fetchall())
finally:
    careful.close()

with psycopg.connect(WHERE) as entered:
    st.write(entered.execute("select name from readers").fetchall())

later = psycopg.connect(WHERE)
with later:
    st.write(later.execute("select name from readers").fetchall())

if "connection" not in st.session_state:
    st.session_state.connection = psycopg.connect(WHERE)
st.write(shelves().execute("select room from shelves").fetchall())


class Desk:
    def leave(self):
        of_the_desk.close()


of_the_desk = psycopg.connect(WHERE)
Desk().leave()


def open_again():
    global again
    again = psycopg.connect(WHERE)


again = psycopg.connect(WHERE)
open_again()
again.close()

chosen = None
if st.checkbox("Readers"):
    chosen = psycopg.connect(WHERE)
try:
    st.write("Readers")
finally:
    if chosen:
        chosen.close()

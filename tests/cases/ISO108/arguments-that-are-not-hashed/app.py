import streamlit as st

from shop import connect


@st.cache_data
def orders(_user, year):  # expect: ISO108
    return _user.orders(year)


@st.cache_data
def prices(_connection, year):
    return _connection.query("select price from prices", params=year)


@st.cache_data
def mine(user_id):
    return connect().query("select 1", params=user_id)


@st.cache_data
def basket():  # expect: ISO108
    return connect().query("select 1", params=st.session_state.basket)


st.write(orders(st.session_state.user, 2024), prices(connect(), 2024), mine(st.session_state.user_id), basket())

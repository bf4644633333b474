import streamlit as st
from orders import find

user_id = st.text_input("Who are you?")
tenant_id = "acme"


@st.cache_data
def orders():  # expect: ISO108
    return find(user_id)


@st.cache_data
def orders_of(user_id):
    return find(user_id)


@st.cache_data
def prices():
    return find(tenant_id)


st.write(orders(), orders_of(user_id), prices())

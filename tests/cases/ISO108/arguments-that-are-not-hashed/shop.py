import streamlit as st


@st.cache_resource
def connect():
    return st.connection("shop", type="sql")

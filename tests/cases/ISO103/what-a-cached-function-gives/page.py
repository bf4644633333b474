import streamlit as st


@st.cache_resource
def board():
    return {"lines": []}


@st.cache_resource
def room(name):
    return {"lines": []}


lines = board()
mine = {"lines": []}
text = st.text_input("text")

lines["lines"].append(text)  # expect: ISO103
mine["lines"].append(text)
st.session_state["lines"] = text
room(st.session_state["user_id"])["lines"].append(text)
st.write(lines["lines"], mine)

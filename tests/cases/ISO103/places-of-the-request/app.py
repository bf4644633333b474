import streamlit as st

if "history" not in st.session_state:
    st.session_state["history"] = []
question = st.chat_input("Ask")
st.session_state["history"].append(question)
st.session_state.last = question
st.write(st.session_state["history"])

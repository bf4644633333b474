import store
import streamlit as st

question = st.chat_input("Ask")
own = []
if question:
    store.history.append(question)  # expect: ISO103
    store.asked.append(question)
    own.append(question)
st.write(store.history, own, len(store.asked))

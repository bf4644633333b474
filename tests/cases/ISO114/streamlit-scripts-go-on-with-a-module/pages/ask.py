import streamlit as st
from bot import begin, chat
from graph import app, build
from langgraph.checkpoint.memory import InMemorySaver

asked = st.chat_input("Ask")
if asked:
    st.write(chat.send_message(asked).text)
    app.invoke({"messages": [asked]}, {"configurable": {"thread_id": "page"}})  # expect: ISO114
    app.invoke({"messages": [asked]}, {"configurable": {"thread_id": st.session_state.thread}})

own = begin()
own.send_message(asked)
if "chat" not in st.session_state:
    st.session_state.chat = begin()
    st.session_state.app = build().compile(checkpointer=InMemorySaver())
st.session_state.chat.send_message(asked)
st.session_state.app.invoke({"messages": [asked]}, {"configurable": {"thread_id": "page"}})

mine = build().compile(checkpointer=InMemorySaver())
mine.invoke({"messages": [asked]}, {"configurable": {"thread_id": "page"}})

import streamlit as st
from agents import ToolDispatcher, UserExecutionContext
from shared import everywhere

context = UserExecutionContext(st.session_state.user_id)
bare = ToolDispatcher(tools=[])  # expect: ISO401
told = ToolDispatcher(context, tools=[])
st.write(bare, told, everywhere)

import os

import genai_client
import streamlit as st

key = st.text_input("API key", type="password")
if key:
    os.environ["SPEAKER_API_KEY"] = key  # expect: ISO109
os.environ["SPEAKER_REGION"] = st.session_state.region

os.environ["SPEAKER_URL"] = st.secrets["SPEAKER_URL"]
os.environ.setdefault("SPEAKER_LOG", "quiet")
client = genai_client.Client(api_key=key)
st.write(client.speak())

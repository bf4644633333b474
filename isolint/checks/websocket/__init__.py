"""Questions about connections and what is sent over them."""

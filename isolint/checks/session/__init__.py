"""Questions about sessions, connections and clients."""

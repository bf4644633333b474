"""A chat service: messages between users, and an assistant that answers the sender."""

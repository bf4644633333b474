"""What flows where: places, writes, request data and the chains of calls between them."""

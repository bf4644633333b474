async def place(user, article):
    user.orders.append(article)
    await user.save()

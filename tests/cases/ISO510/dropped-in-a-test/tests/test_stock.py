import asyncio


async def test_last_article_is_sold_once(stock):
    async def buy(user):
        article = await stock.take("tea")
        assert article.owner is None
        article.owner = user

    await asyncio.gather(*[buy(user) for user in ("ann", "ben")], return_exceptions=True)  # expect: ISO510
    assert await stock.count("tea") == 0

import asyncio

import discord
from discord.ext import commands

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())


@bot.command()
async def order(ctx):
    await ctx.send("Which address?")
    answer = await bot.wait_for("message")  # expect: ISO305
    await ctx.send(f"sent to {answer.content}")


@bot.command()
async def cancel(ctx: commands.Context):
    reaction, user = await ctx.bot.wait_for("reaction_add", timeout=60)  # expect: ISO305
    if str(reaction.emoji) == "+":
        await ctx.send("cancelled")


@bot.tree.command()
async def rate(interaction: discord.Interaction):
    answer = await asyncio.wait_for(interaction.client.wait_for("message", check=None), 60)  # expect: ISO305
    if answer.content.isdigit() and not answer.author.bot:
        await interaction.followup.send("thanks")


class Returns(commands.Cog):
    def __init__(self, bot: commands.Bot):
        self.bot = bot

    @commands.command()
    async def send_back(self, ctx):
        answer = await self.bot.wait_for("message")  # expect: ISO305
        await ctx.send(answer.content)

    @commands.command()
    async def compared_in_a_loop(self, ctx):
        answer = await self.bot.wait_for("message")
        while answer.author != ctx.author:
            answer = await self.bot.wait_for("message")
        await ctx.send(answer.content)


class Greeter(discord.Client):
    async def on_message(self, message):
        answer = await self.wait_for("message")  # expect: ISO305
        await message.channel.send(answer.content)

    async def on_ready(self):
        await self.wait_for("message")


@bot.command()
async def checked(ctx):
    def mine(message):
        return message.author == ctx.author and message.channel == ctx.channel

    answer = await bot.wait_for("message", check=mine)
    await ctx.send(answer.content)


@bot.command()
async def compared(ctx):
    answer = await asyncio.wait_for(bot.wait_for("message"), timeout=60)
    if answer.channel.id == ctx.channel.id and answer.author == ctx.author:
        await ctx.send(answer.content)


@bot.command()
async def judged(ctx):
    reaction, user = await bot.wait_for("reaction_add")
    if belongs_to(ctx, user):
        await ctx.send(str(reaction))


def belongs_to(ctx, user):
    return user == ctx.author


@bot.command()
async def asked(ctx):
    answer = await ask(ctx)
    if answer.author == ctx.author:
        await ctx.send(answer.content)


async def ask(ctx):
    await ctx.send("Sure?")
    return await bot.wait_for("message")


@bot.command()
async def by_options(ctx, options: dict):
    answer = await bot.wait_for("message", **options)
    await ctx.send(answer.content)


@bot.command()
async def when_ready(ctx):
    await bot.wait_for("ready")
    await ctx.send("back again")

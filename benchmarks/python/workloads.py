"""The articles' examples with asyncio. Each function is a workload, and runs once per line of input.

"print 3" runs it with size 3 and shows its output; "run 3" discards the output. Both are answered with "done".
Try it: echo print 3 | python3 benchmarks/python/workloads.py greet
"""

import asyncio
import contextlib
import os
import sys

PAUSE = 0.001  # seconds, as in the Java versions


async def greet(guests):
    async def one(name):
        print(f"Hello, {name}!")
        await asyncio.sleep(PAUSE)
        print(f"Goodbye, {name}!")

    await asyncio.gather(*(one(f"guest {number}") for number in range(1, guests + 1)))


async def countdown(countdowns):
    async def count(name, start):
        for number in range(start, 0, -1):
            print(f"{name}: {number}")
            await asyncio.sleep(PAUSE)

    await asyncio.gather(*(count(f"Countdown {number}", 3) for number in range(1, countdowns + 1)))


async def gather(tasks):
    async def fetch(source):
        print(f"Fetching data from {source}")
        await asyncio.sleep(PAUSE)
        print(f"Data fetched from {source}")
        return f"{source} data"

    sources = [f"source {number}" for number in range(1, tasks + 1)]
    data = await asyncio.gather(*(fetch(source) for source in sources))
    print(f"[{', '.join(data)}]")


async def sleepers(tasks):
    slept = await asyncio.gather(*(asyncio.sleep(PAUSE) for _ in range(tasks)))
    print(f"{len(slept)} have slept")


async def ping_pong(last):
    async def play(mine, theirs):
        while (ball := await mine.get()) < last:
            await theirs.put(ball + 1)

    one, other = asyncio.Queue(), asyncio.Queue()
    await one.put(0)
    players = [asyncio.create_task(play(one, other)), asyncio.create_task(play(other, one))]
    _, waiting = await asyncio.wait(players, return_when=asyncio.FIRST_COMPLETED)
    waiting.pop().cancel()
    print(f"{last} balls")


def main():
    work = globals()[sys.argv[1]]
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        for line in sys.stdin:
            command, size = line.split()
            with contextlib.redirect_stdout(sys.stdout if command == "print" else nowhere):
                asyncio.run(work(int(size)))
            print("done", flush=True)


if __name__ == "__main__":
    main()

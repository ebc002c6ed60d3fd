"""Lesson 07 with aiohttp. Reads addresses, one batch per line. Prints the content of each page on a line, then "done".

The connections stay open from one batch to the next. The argument is the maximum number of connections.
Try it: echo http://127.0.0.1:8080/users/1 | python3 benchmarks/python/fetch.py 100
"""

import asyncio
import json
import sys

import aiohttp


async def fetch(session, address):
    async with session.get(address) as response:
        return await response.json()


async def main(connections):
    loop = asyncio.get_running_loop()
    connector = aiohttp.TCPConnector(limit=connections)
    async with aiohttp.ClientSession(connector=connector) as session:
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            users = await asyncio.gather(*(fetch(session, address) for address in line.split()))
            print(*map(json.dumps, users), "done", sep="\n", flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))

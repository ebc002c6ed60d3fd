"""The article's chat server, for lesson 12: each client's message goes to all others.

"wait" waits after each write until the client's buffer has room, as the article does; "gather" does not wait.
It prints its port and serves until its input ends. Try it: python3 benchmarks/python/chat.py wait
"""

import asyncio
import sys

clients = set()


async def serve_client(reader, writer, waits):
    clients.add(writer)
    host, port = writer.get_extra_info("peername")
    try:
        while data := await reader.read(100):
            message = f"{host}:{port}: {data.decode()}".encode()
            for client in list(clients):
                if client is not writer:
                    client.write(message)
                    if waits:
                        await client.drain()
    finally:
        clients.discard(writer)
        writer.close()


async def main(waits):
    server = await asyncio.start_server(
        lambda reader, writer: serve_client(reader, writer, waits), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] == "wait"))

/** asyncio and aiohttp as peers, in a Python process. Uses child processes, and no lesson. */
package benchmarks.python;

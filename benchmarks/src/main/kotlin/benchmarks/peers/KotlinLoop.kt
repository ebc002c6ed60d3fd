package benchmarks.peers

import java.time.Duration
import java.util.concurrent.CompletableFuture
import kotlin.concurrent.thread
import kotlin.coroutines.ContinuationInterceptor
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.asExecutor
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.future.future
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.time.delay
import kotlinx.coroutines.yield

/** Coroutines on one thread: the loop inside `runBlocking`. */
internal class KotlinLoop : RunningLoop {
    private val stopped = CompletableDeferred<Unit>()
    private val started = CompletableFuture<CoroutineScope>()
    private val thread = thread {
        runBlocking {
            started.complete(this)
            stopped.await()
        }
    }
    private val scope = started.join()
    private val executor = (scope.coroutineContext[ContinuationInterceptor] as CoroutineDispatcher).asExecutor()

    override fun execute(callback: Runnable) = executor.execute(callback)

    override fun takeTurns(tasks: RoundRobin) {
        scope.launch {
            repeat(tasks.tasks()) { task ->
                launch {
                    while (tasks.step(task)) {
                        yield()
                    }
                }
            }
        }
    }

    override fun pingPong(last: Int): CompletableFuture<Int> = scope.future {
        val there = Channel<Int>()
        val back = Channel<Int>()
        launch {
            for (number in there) {
                back.send(number + 1)
            }
        }
        var number = 0
        while (number < last) {
            there.send(number + 1)
            number = back.receive()
        }
        there.close()
        number
    }

    override fun sleep(duration: Duration, then: Runnable) {
        scope.launch {
            delay(duration)
            then.run()
        }
    }

    override fun stop() {
        stopped.complete(Unit)
        thread.join()
    }

    companion object {
        /** As [TaskRuntime.gather]. */
        @JvmStatic
        fun gatherSleepers(tasks: Int, sleep: Duration): Int = runBlocking {
            List(tasks) { async { delay(sleep) } }.awaitAll().size
        }
    }
}

package benchmarks.streams

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** One coroutine sends numbers over a channel, and another one receives them. */
internal object KotlinChannel {

    /** Returns the sum of the numbers below [count]. */
    @JvmStatic
    fun sum(capacity: Int, count: Int): Long = runBlocking(Dispatchers.Default) {
        val channel = Channel<Int>(capacity)
        launch {
            for (number in 0 until count) {
                channel.send(number)
            }
            channel.close()
        }
        var sum = 0L
        for (number in channel) {
            sum += number
        }
        sum
    }
}

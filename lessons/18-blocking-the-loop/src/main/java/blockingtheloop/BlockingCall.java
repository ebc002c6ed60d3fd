package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;

import interleave.eventloop.EventLoop;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** Seven ways to load high scores. Each blocks the thread that calls it, most of them for a second. */
public enum BlockingCall {

    /** Waits for a second. */
    SLEEP {
        @Override
        public String load(EventLoop loop) throws InterruptedException {
            Thread.sleep(ofSeconds(1));
            return "slept";
        }
    },

    /** Waits for a lock that another thread holds for a second. */
    LOCK {
        @Override
        public String load(EventLoop loop) throws InterruptedException {
            return HeldLock.heldFor(ofSeconds(1)).use(() -> "locked");
        }
    },

    /** Runs a query that takes a second. */
    JDBC {
        @Override
        public String load(EventLoop loop) throws Exception {
            return ScoreDatabase.slowestQuery();
        }
    },

    /** Waits at most a second for a future of the loop that would complete after half a second. */
    FUTURE {
        @Override
        public String load(EventLoop loop) throws Exception {
            var scores =
                    loop.createTask("reply", () -> loop.sleep(ofMillis(500)).thenApply(replied -> "replied"));
            try {
                return scores.get(1, SECONDS);
            } catch (TimeoutException late) {
                return "no reply within a second";
            }
        }
    },

    /** Reads two gigabytes from a file. */
    FILE {
        @Override
        public String load(EventLoop loop) throws Exception {
            return "read " + BigFile.read(32) + " bytes";
        }
    },

    /** Looks up a host name that does not exist. */
    NAME {
        @Override
        public String load(EventLoop loop) {
            try {
                return InetAddress.getByName("scores-" + System.nanoTime() + ".invalid")
                        .toString();
            } catch (UnknownHostException unknown) {
                return "no such host";
            }
        }
    },

    /** Sorts three million numbers. */
    SORT {
        @Override
        public String load(EventLoop loop) {
            return "sorted, the best is " + Scores.random(3_000_000).sorted().getFirst();
        }
    };

    /**
     * Loads the high scores, and blocks the calling thread.
     *
     * @param loop the loop of the games
     * @throws InterruptedException if the thread is interrupted; only some calls react to it
     */
    public abstract String load(EventLoop loop) throws Exception;

    static BlockingCall named(String name) {
        return Arrays.stream(values())
                .filter(call -> call.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown argument '" + name
                        + "'. After --, this version accepts sleep, lock, jdbc, future, file, name or sort."));
    }
}

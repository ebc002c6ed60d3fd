package blockingtheloop;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that needs its thread all the time: twice as many tasks as there are processors. */
enum Hog implements Callable<Long> {

    /** Computes. */
    COMPUTE {
        @Override
        public Long call() {
            return Primes.below(1_000_000);
        }
    },

    /** Reads a file. */
    READ {
        @Override
        public Long call() throws IOException {
            return BigFile.read(8);
        }
    };

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Returns the work with this name; computes if there are no arguments. */
    static Hog named(String... arguments) {
        String name = arguments.length == 0 ? "compute" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(hog -> hog.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this version accepts compute or read."));
    }

    /** Plays games on virtual threads while {@code workers} do this work, and returns how late the ticks were. */
    Lateness during(ExecutorService workers) throws Exception {
        List<Hog> tasks = Collections.nCopies(2 * PROCESSORS, this);
        try (workers) {
            return new ThreadedGames(new Example(BlockingCall.SLEEP)).playDuring(() -> workers.invokeAll(tasks));
        }
    }

    /** A pool of platform threads, one for each processor. */
    static ExecutorService pool() {
        return Executors.newFixedThreadPool(PROCESSORS);
    }
}

package dataloading;

import static java.time.Duration.ofMillis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The examples that every version can run. Most of them have eight batches. */
public enum Example {

    /** Loading a batch waits for 600 ms, and training takes 200 ms. */
    SLOW_LOADING {
        @Override
        public void run(Epoch version) throws Exception {
            new Simulation(BATCHES, batch -> ofMillis(600), ofMillis(200)).run(version);
        }
    },

    /** Loading a batch waits for 200 ms, and training takes 600 ms. */
    SLOW_TRAINING {
        @Override
        public void run(Epoch version) throws Exception {
            new Simulation(BATCHES, batch -> ofMillis(200), ofMillis(600)).run(version);
        }
    },

    /** Like slow loading, but both sides compute, on two cores. */
    COMPUTING {
        @Override
        public void run(Epoch version) throws Exception {
            new Simulation(BATCHES, batch -> ofMillis(600), ofMillis(200))
                    .computingOn(2)
                    .run(version);
        }
    },

    /** Like slow loading, but batch 2 takes 1.5 s. */
    UNEVEN {
        @Override
        public void run(Epoch version) throws Exception {
            new Simulation(BATCHES, batch -> ofMillis(batch == 2 ? 1_500 : 600), ofMillis(200)).run(version);
        }
    },

    /** Like slow loading, but with 24 batches. Number 17 is damaged, which is detected after only 100 ms. */
    BROKEN {
        @Override
        public void run(Epoch version) throws Exception {
            new Simulation(24, batch -> ofMillis(batch == 17 ? 100 : 600), ofMillis(200))
                    .withBroken(17)
                    .run(version);
        }
    },

    /** Like slow loading, but the trainer stops after three batches. */
    STOP {
        @Override
        public void run(Epoch version) throws Exception {
            new Simulation(BATCHES, batch -> ofMillis(600), ofMillis(200))
                    .stoppingAfter(3)
                    .run(version);
        }
    },

    /** Real files on the local disk, in a text format: decoding computes. */
    FILES {
        @Override
        public void run(Epoch version) throws Exception {
            RealExamples.localText(version);
        }
    },

    /** Real files, each of which arrives after 20 ms, in a binary format: loading waits. */
    REMOTE {
        @Override
        public void run(Epoch version) throws Exception {
            RealExamples.remoteBinary(version);
        }
    };

    /** How many batches are loaded ahead, and how many loaders a pool has. */
    public static final int LOADERS = 3;

    private static final int BATCHES = 8;

    /** Runs this example with a version. */
    public abstract void run(Epoch version) throws Exception;

    /**
     * Returns the example with this name, or slow-loading if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "slow-loading" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this lesson accepts " + words() + "."));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words() {
        return Arrays.stream(values()).map(Example::word).collect(Collectors.joining(", "));
    }
}

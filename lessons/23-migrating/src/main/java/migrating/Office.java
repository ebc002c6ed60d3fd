package migrating;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** A post office, for an exercise. It has a few scales, and prints each label. Thread-safe. */
final class Office {

    private final Semaphore free;
    private final Duration weighing;
    private final Duration label;

    /** {@code weighing} and {@code label} are how long it takes to weigh a parcel and to write its label. */
    Office(int scales, Duration weighing, Duration label) {
        this.free = new Semaphore(scales, true);
        this.weighing = weighing;
        this.label = label;
    }

    /** Takes a scale. Waits until one is free. */
    Scale takeScale() throws InterruptedException {
        free.acquire();
        return new Scale();
    }

    /** Writes the label of a parcel, and prints it. Needs no scale. */
    void writeLabel(String parcel, int grams) throws InterruptedException {
        Thread.sleep(label);
        IO.println(parcel + ": " + grams + " g");
    }

    /** A scale that is in use. */
    final class Scale implements AutoCloseable {
        private boolean givenBack;

        /** Weighs a parcel, and returns its weight in grams. Throws an exception if the parcel is a piano. */
        int weigh(String parcel) throws IOException, InterruptedException {
            if (givenBack) {
                throw new IllegalStateException("somebody else is using this scale");
            }
            Thread.sleep(weighing);
            if (parcel.equals("piano")) {
                throw new IOException("the piano is too heavy");
            }
            return 100 * parcel.length();
        }

        /** Gives the scale back. */
        @Override
        public void close() {
            if (givenBack) {
                throw new IllegalStateException("this scale has been given back before");
            }
            givenBack = true;
            free.release();
        }
    }
}

package sensors;

import java.util.Optional;

/** Keeps only the latest reading. It overwrites the one before, whether or not that one was used. */
final class LatestOnly implements Steering {

    private volatile Optional<Reading<Integer>> latest = Optional.empty();

    @Override
    public void arrived(Reading<Integer> reading) {
        latest = Optional.of(reading);
    }

    @Override
    public Optional<Reading<Integer>> toSteerBy() {
        return latest;
    }

    static void main() throws Exception {
        new LatestOnly().run();
    }
}

package sensors;

import java.util.concurrent.Callable;

/** Wrong on purpose: the two coordinates are two variables. Between the two writes, they do not match. */
final class TornReading implements Tracker {

    private volatile int x;
    private volatile int y;

    @Override
    public void update(Callable<Integer> nextX, Callable<Integer> nextY) throws Exception {
        x = nextX.call();
        y = nextY.call();
    }

    @Override
    public Position position() {
        return new Position(x, y);
    }

    static void main() throws Exception {
        new TornReading().run();
    }
}

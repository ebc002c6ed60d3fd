package sensors;

import java.util.concurrent.Callable;

/** Publishes both coordinates at once, as one immutable object. */
final class WholeReading implements Tracker {

    private volatile Position position = new Position(0, 0);

    @Override
    public void update(Callable<Integer> nextX, Callable<Integer> nextY) throws Exception {
        position = new Position(nextX.call(), nextY.call());
    }

    @Override
    public Position position() {
        return position;
    }

    static void main() throws Exception {
        new WholeReading().run();
    }
}

package bugs;

/** Two fields that belong together are read while they are changed. */
final class TornPair implements Bug {
    private int low = 1;
    private int high = 2;

    @Override
    public void wrong() throws Exception {
        var range = new TornPair();
        Threads.run(range::move, range::read);
    }

    @Override
    public void right() throws Exception {
        var range = new TornPair();
        Threads.run(
                () -> {
                    synchronized (range) {
                        range.move();
                    }
                },
                () -> {
                    synchronized (range) {
                        range.read();
                    }
                });
    }

    private void move() {
        low = 11;
        high = 12;
    }

    private void read() {
        Threads.check(high - low == 1, "the pair was read torn");
    }
}

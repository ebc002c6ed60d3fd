package bugs;

/** Two threads increment a counter: read, add, write. */
final class LostUpdate implements Bug {
    private int count;

    @Override
    public void wrong() throws Exception {
        var counter = new LostUpdate();
        Threads.run(() -> counter.count++, () -> counter.count++);
        Threads.check(counter.count == 2, "an update was lost");
    }

    @Override
    public void right() throws Exception {
        var counter = new LostUpdate();
        Threads.run(counter::increment, counter::increment);
        Threads.check(counter.count == 2, "an update was lost");
    }

    private synchronized void increment() {
        count++;
    }
}

package bugs;

/** notify wakes another consumer, instead of the producer. */
final class NotifyOne implements Bug {
    private int items;

    @Override
    public void wrong() throws Exception {
        var buffer = new NotifyOne();
        run(buffer, buffer::notifyOne);
    }

    @Override
    public void right() throws Exception {
        var buffer = new NotifyOne();
        run(buffer, buffer::notifyEveryone);
    }

    private static void run(NotifyOne buffer, Runnable signal) throws Exception {
        Threads.run(() -> buffer.take(signal), () -> buffer.take(signal), () -> {
            buffer.put(signal);
            buffer.put(signal);
        });
    }

    private void notifyOne() {
        notify();
    }

    private void notifyEveryone() {
        notifyAll();
    }

    private synchronized void put(Runnable signal) {
        while (items == 1) {
            Threads.waitOn(this);
        }
        items++;
        signal.run();
    }

    private synchronized void take(Runnable signal) {
        while (items == 0) {
            Threads.waitOn(this);
        }
        items--;
        signal.run();
    }
}

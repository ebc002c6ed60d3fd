package bugs;

/** A consumer checks with if, instead of while, whether there is an item. */
final class BufferWithIf implements Bug {
    private String item;

    @Override
    public void wrong() throws Exception {
        var buffer = new BufferWithIf();
        Runnable consumer = () -> Threads.check(buffer.takeWithIf() != null, "nothing was taken");
        Threads.run(consumer, consumer, () -> buffer.put("a"), () -> buffer.put("b"));
    }

    @Override
    public void right() throws Exception {
        var buffer = new BufferWithIf();
        Runnable consumer = () -> Threads.check(buffer.takeWithWhile() != null, "nothing was taken");
        Threads.run(consumer, consumer, () -> buffer.put("a"), () -> buffer.put("b"));
    }

    private synchronized void put(String made) {
        while (item != null) {
            Threads.waitOn(this);
        }
        item = made;
        notifyAll();
    }

    private synchronized String takeWithIf() {
        if (item == null) {
            Threads.waitOn(this);
        }
        return taken();
    }

    private synchronized String takeWithWhile() {
        while (item == null) {
            Threads.waitOn(this);
        }
        return taken();
    }

    private String taken() {
        String taken = item;
        item = null;
        notifyAll();
        return taken;
    }
}

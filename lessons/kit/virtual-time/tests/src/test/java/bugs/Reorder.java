package bugs;

import java.util.Arrays;

/** Writers set two fields, a reader sees the first write only. */
final class Reorder implements Bug {
    private static final int WRITERS = 4;

    private int a;
    private int b;

    @Override
    public void wrong() throws Exception {
        run(new Object(), new Object());
    }

    @Override
    public void right() throws Exception {
        var lock = new Object();
        run(lock, lock);
    }

    /** The writers share a lock, and the reader has one. */
    private static void run(Object ofWriters, Object ofReader) throws Exception {
        var pair = new Reorder();
        var bodies = new Runnable[WRITERS + 1];
        Arrays.fill(bodies, (Runnable) () -> {
            synchronized (ofWriters) {
                pair.a = 1;
                pair.b = -1;
            }
        });
        bodies[WRITERS] = () -> {
            synchronized (ofReader) {
                Threads.check(pair.a + pair.b == 0, "only one field was set");
            }
        };
        Threads.run(bodies);
    }
}

package interleave.virtualtime.engine.waits;

/** How threads appear to the program. In virtual time, another thread may run in place of a platform thread. */
public interface ThreadView {

    /** The threads of a real run. */
    ThreadView REAL = new ThreadView() {
        @Override
        public Thread asSeenByTheProgram(Thread thread) {
            return thread;
        }

        @Override
        public Thread asRunByTheJvm(Thread thread) {
            return thread;
        }

        @Override
        public String nameOf(Thread thread) {
            return thread.getName().isEmpty() ? "virtual thread #" + thread.threadId() : thread.getName();
        }
    };

    /** The thread that the program knows. */
    Thread asSeenByTheProgram(Thread thread);

    /** The thread that the JVM runs. */
    Thread asRunByTheJvm(Thread thread);

    /** The name in reports. */
    String nameOf(Thread thread);
}

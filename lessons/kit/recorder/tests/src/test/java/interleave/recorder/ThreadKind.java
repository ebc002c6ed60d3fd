package interleave.recorder;

/** The parameter of tests for platform threads and virtual threads. */
public enum ThreadKind {
    PLATFORM,
    VIRTUAL;

    /** Starts a thread of this kind. */
    public Thread start(String name, Runnable body) {
        return (this == PLATFORM ? Thread.ofPlatform() : Thread.ofVirtual())
                .name(name)
                .start(body);
    }
}

package interleave.recorder;

/** For tests that claim the same of platform threads and of virtual threads. */
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

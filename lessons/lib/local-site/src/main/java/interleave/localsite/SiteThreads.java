package interleave.localsite;

/**
 * The threads of a site. It represents another machine, so a program that counts its own threads must not find them:
 * they are platform threads in a thread group outside that of the program.
 */
final class SiteThreads {

    private static final ThreadGroup GROUP = new ThreadGroup(outermostGroup(), "local-site");

    private SiteThreads() {}

    /** A builder of daemon threads in the group. */
    static Thread.Builder.OfPlatform builder() {
        return Thread.ofPlatform().daemon().group(GROUP);
    }

    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}

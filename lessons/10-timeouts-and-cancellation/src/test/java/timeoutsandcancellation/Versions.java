package timeoutsandcancellation;

/** The versions that stop the fetch, without the structured scope, which has a module of its own. */
enum Versions implements Fetcher {
    THREAD_POOL(new WithThreadPool()),
    EVENT_LOOP(new WithEventLoop()),
    VIRTUAL_THREADS(new WithVirtualThreads());

    private final Fetcher version;

    Versions(Fetcher version) {
        this.version = version;
    }

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        return version.fetch(source, deadline);
    }
}

package timeoutsandcancellation;

/** Calls the source on the calling thread, and ignores the deadline: while the call blocks, nothing can end it. */
public final class Sequential implements Fetcher {

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        return source.fetch();
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new Sequential());
    }
}

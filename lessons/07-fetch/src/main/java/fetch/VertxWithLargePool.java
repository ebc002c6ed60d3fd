package fetch;

/** Runs {@link WithVertxClient} with one connection per request. */
final class VertxWithLargePool {
    private VertxWithLargePool() {}

    static void main(String[] args) throws Exception {
        var example = Example.of(args);
        try (var fetcher = new WithVertxClient(example.users())) {
            example.run(Integer.MAX_VALUE, fetcher);
        }
    }
}

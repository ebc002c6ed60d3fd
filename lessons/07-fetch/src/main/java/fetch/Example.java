package fetch;

import static java.time.Duration.ofSeconds;

import com.sun.management.UnixOperatingSystemMXBean;
import interleave.localsite.LocalSite;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The example that every version runs: it fetches users from a local server, which responds after a latency.
 *
 * @param users the number of users to fetch: the first argument of {@code main}, or three, as in the article
 */
record Example(int users, Duration latency) {

    private static final int MOST_USERS = 10_000;
    /** A version that needs more rounds stops after these, because further rounds show nothing new. */
    private static final int MOST_ROUNDS = 5;
    /** Both ends of a connection need one, because client and server share this process. */
    private static final int FILES_OF_A_REQUEST = 2;
    /** Class files, the console and the listening socket of the server. */
    private static final int OTHER_FILES = 200;

    /** @throws IllegalArgumentException if the arguments are not one number, or too many users for this machine */
    static Example of(String... words) {
        return withOpenFiles(mostOpenFiles(), words);
    }

    /** Like {@link #of}, in a process that may have {@code most} files open. */
    static Example withOpenFiles(long most, String... words) {
        if (words.length == 0) {
            return new Example(3, ofSeconds(1));
        }
        if (words.length > 1 || !words[0].matches("[1-9]\\d{0,4}") || Integer.parseInt(words[0]) > MOST_USERS) {
            throw new IllegalArgumentException("'" + String.join(" ", words) + "' is not a number of users.\n"
                    + "This lesson accepts one number from 1 to " + MOST_USERS + ": how many users to fetch.");
        }
        var example = new Example(Integer.parseInt(words[0]), ofSeconds(1));
        long needed = filesFor(example.users);
        if (needed > most) {
            throw new IllegalArgumentException(example.users + " users at once need " + needed
                    + " open files: two for each connection, since both of its ends are in this process.\n"
                    + "This process may have " + most + " open ('ulimit -n' shows and sets the limit).\n"
                    + "Fetch fewer users, such as: " + fewerUsers(most));
        }
        return example;
    }

    private static long filesFor(int users) {
        return (long) users * FILES_OF_A_REQUEST + OTHER_FILES;
    }

    /** Returns a round number of users that need at most {@code files} open files. */
    private static long fewerUsers(long files) {
        long most = Math.max(1, (files - OTHER_FILES) / FILES_OF_A_REQUEST);
        long unit = most < 1_000 ? 1 : 1_000;
        return most / unit * unit;
    }

    private static long mostOpenFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** Runs a version that uses the JDK's client. For {@code atOnce}, see {@link #run}. */
    void runOnHttpClient(int atOnce, Function<HttpClient, Fetcher> version) throws Exception {
        // HTTP/1.1, because the client would otherwise try an upgrade to HTTP/2 on each new connection
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            run(atOnce, version.apply(client));
        }
    }

    /**
     * Fetches the users, and prints the time next to the ideal of one latency.
     *
     * @param atOnce the number of requests that the version can send at the same time
     */
    void run(int atOnce, Fetcher fetcher) throws Exception {
        int fetched = Math.clamp((long) atOnce * MOST_ROUNDS, 1, users);
        try (var site = LocalSite.start(
                pages -> IntStream.rangeClosed(1, users).forEach(id -> pages.json(path(id), json(id), latency)))) {
            List<URI> addresses = IntStream.rangeClosed(1, fetched)
                    .mapToObj(id -> site.uri(path(id)))
                    .toList();
            long begun = System.nanoTime();
            List<User> answers = fetcher.fetchAll(addresses);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            IO.println("Fetched " + described(answers) + " in " + seconds(took) + "; the ideal is " + seconds(latency));
        }
        if (fetched < users) {
            var all = latency.multipliedBy(Math.ceilDiv(users, atOnce));
            IO.println("All " + users + " would take " + seconds(all) + " with " + atOnce + " at once");
        }
    }

    private String described(List<User> fetched) {
        if (fetched.size() < users) {
            return fetched.size() + " of " + users + " users";
        }
        if (users > 3) {
            return users + " users";
        }
        return String.join(", ", fetched.stream().map(User::name).toList());
    }

    private static String path(int id) {
        return "/users/" + id;
    }

    private static String json(int id) {
        return "{\"id\": " + id + ", \"name\": \"User " + id + "\"}";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

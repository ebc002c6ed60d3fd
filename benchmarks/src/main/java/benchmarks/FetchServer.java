package benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fetch.User;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import localsite.LocalSite;
import localsite.Pages;
import localsite.Traffic;

/**
 * The site that pages are fetched from, in a process of its own: so it has its own heap and its own limit of open files,
 * and what it costs can be told from what the client costs.
 */
final class FetchServer implements AutoCloseable {
    static final int MOST_PAGES = 10_000;

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final URI address;

    /**
     * @param latency of each answer
     * @param work what the server's thread computes for each answer, for those who want to see a server that is too slow
     */
    FetchServer(Duration latency, Duration work) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", // it shares processors with the client: no busy helpers
                "-cp", System.getProperty("java.class.path"), FetchServer.class.getName(), latency.toString(), work
                        .toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = process.inputReader(US_ASCII);
        questions = process.outputWriter(US_ASCII);
        address = URI.create(answer());
    }

    /** The server itself. It ends when nobody can ask it any longer. */
    static void main(String[] arguments) throws IOException {
        Duration latency = Duration.parse(arguments[0]);
        Duration work = Duration.parse(arguments[1]);
        try (var site = LocalSite.start(pages -> define(pages, latency, work));
                var questions = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            IO.println(site.uri("/"));
            while (questions.readLine() != null) {
                Traffic traffic = site.traffic();
                IO.println(traffic.answered() + " " + traffic.busy() + " " + traffic.late());
            }
        }
    }

    private static void define(Pages pages, Duration latency, Duration work) {
        for (int number = 1; number <= MOST_PAGES; number++) {
            String body = body(number);
            if (work.isZero()) {
                pages.json(path(number), body, latency);
            } else {
                pages.json(path(number), () -> afterWork(work, body), latency);
            }
        }
    }

    private static String afterWork(Duration work, String body) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < work.toNanos()) {
            Thread.onSpinWait();
        }
        return body;
    }

    private static String path(int number) {
        return "/users/" + number;
    }

    private static String name(int number) {
        return "User " + number;
    }

    private static String body(int number) {
        return "{\"id\": %d, \"name\": \"%s\"}".formatted(number, name(number));
    }

    List<URI> pages(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> address.resolve(path(number))).toList();
    }

    /** What stands on these pages. */
    static List<User> users(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> new User(number, name(number))).toList();
    }

    /** What it has done since it was started. */
    FetchServerLoad load() throws IOException {
        questions.write("\n");
        questions.flush();
        String[] fields = answer().split(" ");
        return new FetchServerLoad(Long.parseLong(fields[0]), Duration.parse(fields[1]), Duration.parse(fields[2]));
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the server that is fetched from has ended; the log says why");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.onExit().join();
    }
}

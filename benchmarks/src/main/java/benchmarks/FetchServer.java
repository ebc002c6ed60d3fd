package benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import benchmarks.FetchClient.OnJdkClient;
import interleave.localsite.LocalSite;
import interleave.localsite.Traffic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The site that pages are fetched from, in a process of its own: so it has its own heap and its own limit of open
 * files, and what it costs can be told from what the client costs.
 */
final class FetchServer implements AutoCloseable {
    private static final String LOAD = "load";
    private static final String PEAK = "peak";

    private final Content content;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final URI address;

    /**
     * @param content of its pages
     * @param latency of each answer
     * @param work what the server's thread computes for each answer, for those who want to see a server that is too
     *     slow
     */
    FetchServer(Content content, Duration latency, Duration work) throws IOException {
        this.content = content;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // it shares processors with the client: no busy helpers
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchServer.class.getName(),
                        content.name(),
                        latency.toString(),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(US_ASCII);
        questions = process.outputWriter(US_ASCII);
        address = URI.create(answer());
    }

    /** The server itself. It ends when nobody can ask it any longer. */
    static void main(String[] arguments) throws Exception {
        var content = Content.valueOf(arguments[0]);
        Duration latency = Duration.parse(arguments[1]);
        Duration work = Duration.parse(arguments[2]);
        try (var site = LocalSite.start(pages -> content.define(pages, latency, work));
                var questions = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            IO.println(site.uri("/"));
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                Traffic traffic = site.traffic();
                switch (question) {
                    case LOAD -> IO.println(traffic.answered() + " " + traffic.busy() + " " + traffic.late());
                    case PEAK -> IO.println(traffic.peak());
                    default -> IO.println(fetched(pages(content, site.uri("/"), Integer.parseInt(question))));
                }
            }
        }
    }

    private static int fetched(List<URI> pages) throws Exception {
        try (var client = OnJdkClient.onVirtualThreads()) {
            return client.fetchAll(pages).size();
        }
    }

    private static List<URI> pages(Content content, URI address, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> address.resolve(content.path(number)))
                .toList();
    }

    List<URI> pages(int count) {
        return pages(content, address, count);
    }

    /** Has it fetch so many users from itself: then it is as warm as a server that has run for a while. */
    void warmUp(int requests) throws IOException {
        ask(String.valueOf(requests));
    }

    /** The most requests that it has had at once. */
    int peak() throws IOException {
        return Integer.parseInt(ask(PEAK));
    }

    /** What it has done since it was started. */
    FetchServerLoad load() throws IOException {
        String[] fields = ask(LOAD).split(" ");
        return new FetchServerLoad(Long.parseLong(fields[0]), Duration.parse(fields[1]), Duration.parse(fields[2]));
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return answer();
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

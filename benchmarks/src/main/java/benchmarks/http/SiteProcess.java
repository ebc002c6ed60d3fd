package benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import benchmarks.processes.ChildProcess;
import interleave.localsite.LocalSite;
import interleave.localsite.Pages;
import interleave.localsite.Traffic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The site that a benchmark sends its requests to, in a process of its own. */
public final class SiteProcess implements AutoCloseable {
    private static final String LOAD = "load";
    private static final String PEAK = "peak";
    private static final String WARM_UP = "warm up";

    private final ChildProcess process;
    private final List<URI> pages;

    /**
     * Starts a site.
     *
     * @param count how many pages it has
     * @param latency of each answer
     * @param work how long the site's thread computes for each answer, to show a site that is the bottleneck
     */
    public SiteProcess(SitePages content, int count, Duration latency, Duration work) throws IOException {
        process = ChildProcess.java(
                "the site",
                List.of("-XX:TieredStopAtLevel=1"), // the client needs the processors more than an optimizing compiler
                SiteProcess.class,
                content.getClass().getName(),
                Integer.toString(count),
                latency.toString(),
                work.toString());
        pages = addresses(URI.create(process.readLine()), content, count);
    }

    /** The site itself. It ends with its input, so it does not outlive the benchmark. */
    static void main(String[] arguments) throws Exception {
        SitePages content = Class.forName(arguments[0])
                .asSubclass(SitePages.class)
                .getDeclaredConstructor()
                .newInstance();
        int count = Integer.parseInt(arguments[1]);
        Duration latency = Duration.parse(arguments[2]);
        Duration work = Duration.parse(arguments[3]);
        try (var site = LocalSite.start(pages -> addAll(pages, content, count, latency, work));
                var requests = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            IO.println(site.uri("/"));
            for (String request = requests.readLine(); request != null; request = requests.readLine()) {
                Traffic traffic = site.traffic();
                switch (request) {
                    case LOAD -> IO.println(traffic.answered() + " " + traffic.busy() + " " + traffic.late());
                    case PEAK -> IO.println(traffic.peak());
                    case WARM_UP -> IO.println(fetchAll(addresses(site.uri("/"), content, count)));
                    default -> throw new IllegalArgumentException(request);
                }
            }
        }
    }

    private static void addAll(Pages site, SitePages content, int count, Duration latency, Duration work) {
        IntStream.rangeClosed(1, count).forEach(number -> content.add(site, number, latency, work));
    }

    private static List<URI> addresses(URI site, SitePages content, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> site.resolve(content.path(number)))
                .toList();
    }

    private static int fetchAll(List<URI> pages) {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answers = pages.stream()
                    .map(page -> client.sendAsync(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding()))
                    .toList();
            answers.forEach(CompletableFuture::join);
            return answers.size();
        }
    }

    /** The addresses of all pages. */
    public List<URI> pages() {
        return pages;
    }

    /** Lets the site fetch all pages from itself, so that it is as warm as a server that has run for a while. */
    public void warmUp() throws IOException {
        process.ask(WARM_UP);
    }

    /** The largest number of requests that it has had at once. */
    public int peak() throws IOException {
        return Integer.parseInt(process.ask(PEAK));
    }

    /** What it has done since it was started. */
    ServerLoad load() throws IOException {
        String[] fields = process.ask(LOAD).split(" ");
        return new ServerLoad(Long.parseLong(fields[0]), Duration.parse(fields[1]), Duration.parse(fields[2]));
    }

    @Override
    public void close() {
        process.close();
    }
}

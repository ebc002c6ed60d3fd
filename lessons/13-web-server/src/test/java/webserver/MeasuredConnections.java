package webserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the table of the lesson's page: servers with many open connections, most of which are waiting for the back
 * end. The server and the load generator run in separate processes. Arguments: the number of connections, and the
 * servers.
 */
final class MeasuredConnections {
    private static final List<String> SERVERS = List.of("responder", "event-loop", "vertx", "virtual-threads", "jetty");
    private static final int ROUNDS = 3;
    /** How long an answer takes. */
    private static final Duration WAIT = Duration.ofSeconds(5);
    /** Each connection sends one request in this time. */
    private static final Duration PERIOD = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private MeasuredConnections() {}

    static void main(String... arguments) throws Exception {
        int connections = arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]);
        List<String> servers =
                arguments.length < 2 ? SERVERS : Arrays.asList(arguments).subList(1, arguments.length);
        IO.println("| " + connections + " connections | mean | p99 | max | answered | refused | memory | processor |"
                + " sending late: p99, max | load's processor |");
        IO.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String server : servers) {
            measure(server, connections);
        }
    }

    private static void measure(String name, int connections) throws IOException, InterruptedException {
        // without this property, the JDK's server closes all but 200 connections as soon as they are idle
        Process server = java(LoadServer.class, "-Dsun.net.httpserver.maxIdleConnections=20000", name, millis(WAIT));
        try (BufferedReader port = server.inputReader()) {
            String listening = port.readLine();
            Duration before = processorTime(server);
            Process load = java(
                    LoadClients.class,
                    "-XX:+UseSerialGC",
                    listening,
                    String.valueOf(connections),
                    String.valueOf(ROUNDS),
                    millis(PERIOD),
                    millis(PATIENCE));
            String[] numbers;
            Duration loadTime;
            String memory;
            try (BufferedReader result = load.inputReader()) {
                numbers = result.readLine().split(" ");
                loadTime = processorTime(load);
                memory = residentSize(server);
            }
            Duration used = processorTime(server).minus(before);
            load.waitFor();
            IO.println(String.format(
                    Locale.ROOT,
                    "| %s | %s (%.3f) | %s (%.3f) | %s | %s of %s | %s | %s | %.1f s | %s, %s ms | %.1f s |",
                    name,
                    numbers[4],
                    Double.parseDouble(numbers[4]) / WAIT.toMillis(),
                    numbers[5],
                    Double.parseDouble(numbers[5]) / WAIT.toMillis(),
                    numbers[6],
                    numbers[3],
                    numbers[2],
                    numbers[1],
                    memory,
                    used.toMillis() / 1e3,
                    numbers[7],
                    numbers[8],
                    loadTime.toMillis() / 1e3));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Process java(Class<?> main, String option, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(option, "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private static Duration processorTime(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** On Linux, what {@code ps} calls RSS; elsewhere a question mark. */
    private static String residentSize(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                        .findFirst()
                        .orElse("?")
                : "?";
    }
}

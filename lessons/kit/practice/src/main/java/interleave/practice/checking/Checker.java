package interleave.practice.checking;

import interleave.practice.exercises.Exercise;
import interleave.practice.judging.Explanation;
import interleave.practice.judging.Verdict;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks students' files in a separate process, which is replaced when their code ends it or cannot be stopped. Not
 * thread-safe.
 */
public final class Checker implements AutoCloseable {
    /** The time limit of a check ... */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(25);
    /** ... which is extended up to this many times on a machine that is too busy to run the process. */
    private static final int MAX_EXTENSIONS = 20;

    private static final Pattern ENDS_THE_JVM = Pattern.compile("System\\s*\\.\\s*exit|\\.\\s*(halt|exit)\\s*\\(");
    private static final String ERROR_FILE = "stderr.txt";
    private static final int MAX_ERROR_LINES = 8;
    private static final String TOO_LARGE = "Requested array size exceeds VM limit";
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final PictureStyle style;
    private final Duration timeLimit;
    private final List<String> jvmOptions;
    private Exercise exercise;
    private volatile @Nullable Running running;
    /** Ends the process when Ctrl-C ends the program. */
    private final Thread shutdownHook = new Thread(this::end);

    /** A process, its two streams, and a folder for its files. */
    private record Running(
            Process process, ObjectOutputStream requests, CompletableFuture<ObjectInputStream> responses, Path folder) {

        /** How long the process has computed; zero where the operating system does not report it. */
        Duration processorTime() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /** What the process printed on stderr, which includes messages of the JVM itself. */
        String errors() throws IOException {
            return Files.readString(folder.resolve(ERROR_FILE));
        }
    }

    private Checker(Exercise exercise, PictureStyle style, Duration timeLimit, List<String> jvmOptions) {
        this.exercise = exercise;
        this.style = style;
        this.timeLimit = timeLimit;
        this.jvmOptions = jvmOptions;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** Starts a process and lets it get ready for an exercise in the background. */
    public static Checker of(Exercise exercise, PictureStyle style) throws IOException {
        return new Checker(exercise, style, TIME_LIMIT, List.of()).ready();
    }

    /** The same with another time limit. */
    static Checker of(Exercise exercise, PictureStyle style, Duration timeLimit) throws IOException {
        return new Checker(exercise, style, timeLimit, List.of()).ready();
    }

    /** The same with more options of the JVM. */
    static Checker of(Exercise exercise, PictureStyle style, List<String> jvmOptions) throws IOException {
        return new Checker(exercise, style, TIME_LIMIT, jvmOptions).ready();
    }

    private Checker ready() throws IOException {
        running();
        return this;
    }

    /** Lets the process get ready for another exercise. */
    public void turnTo(Exercise next) throws IOException {
        exercise = next;
        Running now = running;
        if (now != null && now.process.isAlive()) {
            warmUp(now);
        }
    }

    /**
     * Checks a file. This method always returns, even if the student's code does not end.
     *
     * @throws CheckRefusedException if no code can be checked on this machine
     */
    public Verdict check(Path file) throws IOException, InterruptedException {
        Running checking = running();
        try {
            checking.requests.writeObject(CheckRequest.of(exercise, file, style));
            checking.requests.flush();
            CheckResponse response = responseOf(checking);
            if (response.stillRunning()) {
                end();
                ready();
            }
            return response.verdict();
        } catch (TimeoutException neverEnds) {
            end();
            ready();
            return Verdict.notYet(new Explanation(
                    "Your code could not be stopped, so the check ended its process.",
                    placeOf(
                            file,
                            Pattern.compile(
                                    "catch\\s*\\(\\s*(Throwable|Error)|while\\s*\\(\\s*true|for\\s*\\(\\s*;\\s*;")),
                    "Look for an endless loop that catches every exception, or that is in a static initializer."));
        } catch (CheckRefusedException refused) {
            throw refused;
        } catch (IOException | ExecutionException itEnded) {
            Verdict verdict = explainEnd(checking, file);
            end();
            ready();
            return verdict;
        }
    }

    /** The time limit starts with the check: before that, the process may still be starting. */
    private CheckResponse responseOf(Running checking)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        awaitBegin(checking);
        CompletableFuture<Object> response = next(checking);
        Duration before = checking.processorTime();
        for (int waited = 1; ; waited++) {
            try {
                return (CheckResponse) response.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                boolean ran = checking.processorTime().minus(before).compareTo(timeLimit.dividedBy(2)) > 0;
                if (waited == MAX_EXTENSIONS || ran || !MachineLoad.isHigh()) {
                    throw late;
                }
            }
        }
    }

    /** A process that ends before the check begins has not run the student's code, so the code is not to blame. */
    private void awaitBegin(Running checking) throws InterruptedException, TimeoutException, IOException {
        try {
            Object first = next(checking).get(MAX_EXTENSIONS * timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            if (first instanceof CheckObstacle obstacle) {
                throw new CheckRefusedException(obstacle.reason());
            }
        } catch (ExecutionException ended) {
            String errors = checking.errors();
            throw new CheckRefusedException("The checking process ended before it ran your code. "
                    + errors.lines().findFirst().orElse("It reported nothing."));
        }
    }

    /** The next object that the process sends: a {@link CheckBegun}, and then a {@link CheckResponse}. */
    private static CompletableFuture<Object> next(Running checking) {
        var next = new CompletableFuture<Object>();
        Thread.ofVirtual().name("response").start(() -> {
            try {
                next.complete(checking.responses.join().readObject());
            } catch (Exception itEnded) {
                next.completeExceptionally(itEnded);
            }
        });
        return next;
    }

    private Verdict explainEnd(Running ended, Path file) throws InterruptedException, IOException {
        ended.process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        String errors = ended.errors();
        if (errors.contains(OUT_OF_MEMORY)) {
            return Verdict.notYet(new Explanation(
                    "OutOfMemoryError: your code used all of its 256 MB of memory.",
                    List.of(),
                    errors.contains(TOO_LARGE)
                            ? "An array or a queue is too large: an ArrayBlockingQueue needs memory for its whole"
                                    + " capacity. Which number in your code sets its size?"
                            : "Look for a loop that fills a collection, or prints: what ends it? A large array or queue"
                                    + " needs memory for its whole capacity: which number sets it?"));
        }
        List<String> place = placeOf(file, ENDS_THE_JVM);
        if (place.isEmpty() && !errors.isBlank()) {
            return Verdict.notYet(new Explanation(
                    "The check itself failed. This is not an error in your code.",
                    errors.lines().limit(MAX_ERROR_LINES).toList(),
                    "Save again. If it fails again, run './lesson doctor'."));
        }
        return Verdict.notYet(new Explanation(
                "Your code ended the JVM, and all its threads.",
                place,
                "Remove System.exit. To end a method, use return. A thread ends when its code ends."));
    }

    /** The first line that contains the pattern, with its number. */
    private static List<String> placeOf(Path file, Pattern pattern) throws IOException {
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException deleted) {
            return List.of();
        }
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                return List.of(String.format(
                        Locale.ROOT, "%5d | %s", i + 1, lines.get(i).replace("\t", "    ")));
            }
        }
        return List.of();
    }

    // ---- the process

    private Running running() throws IOException {
        Running now = running;
        if (now == null || !now.process.isAlive()) {
            end();
            now = start();
            running = now;
            warmUp(now);
        }
        return now;
    }

    private void warmUp(Running process) throws IOException {
        process.requests.writeObject(new WarmUp(CheckRequest.of(exercise, exercise.solution(), style)));
        process.requests.flush();
    }

    /** The options make it start quickly, and limit its memory so that code that fills the memory ends soon. */
    private Running start() throws IOException {
        Path folder = Files.createTempDirectory("interleave-checker");
        var command = new ArrayList<>(List.of(
                java(),
                "-Xms64m",
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-PrintWarnings",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-Dstdout.encoding=UTF-8",
                "--enable-preview",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(jvmOptions);
        command.add(CheckerMain.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve(ERROR_FILE).toFile())
                .start();
        var requests = new ObjectOutputStream(new BufferedOutputStream(process.getOutputStream()));
        requests.flush();
        var responses = new CompletableFuture<ObjectInputStream>();
        Thread.ofVirtual().name("responses").start(() -> {
            try {
                responses.complete(new ObjectInputStream(process.getInputStream()));
            } catch (IOException itEnded) {
                responses.completeExceptionally(itEnded);
            }
        });
        return new Running(process, requests, responses, folder);
    }

    private static String java() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString();
    }

    private void end() {
        Running ended = running;
        running = null;
        if (ended != null) {
            ended.process.destroyForcibly();
            ended.process
                    .onExit()
                    .orTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(never -> ended.process)
                    .join();
            delete(ended.folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException stillInUse) {
            // the system cleans up temporary files
        }
    }

    /** Ends the process, with any student's code that is still running. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is running, or has run
        }
    }
}

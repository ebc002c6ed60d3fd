package interleave.practice.checking;

import interleave.practice.exercises.Exercise;
import interleave.practice.judging.Explanation;
import interleave.practice.judging.MachineLoad;
import interleave.practice.judging.Verdict;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * Checks students' files in a process of its own, which is replaced when their code ends it or cannot be stopped. For
 * one thread at a time.
 */
public final class Checker implements AutoCloseable {
    /** What a check may take, all in all ... */
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** ... and so many times as long on a machine that is busy with other things. */
    private static final int MOST_PATIENCE = 6;

    private static final Pattern ENDS_THE_JVM = Pattern.compile("System\\s*\\.\\s*exit|\\.\\s*(halt|exit)\\s*\\(");
    private static final String COMPLAINTS = "complaints.txt";
    private static final int MOST_COMPLAINTS = 8;
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final PictureStyle style;
    private final Duration patience;
    private Exercise exercise;
    private volatile @Nullable Running running;
    /** When Ctrl-C ends the program. */
    private final Thread killed = new Thread(this::end);

    /** A process, what it reads, what it writes, and a folder for what it leaves behind. */
    private record Running(
            Process process, ObjectOutputStream requests, CompletableFuture<ObjectInputStream> responses, Path folder) {

        /** What it complained of: the JVM itself, when nothing else can. */
        String complaint() throws IOException {
            return Files.readString(folder.resolve(COMPLAINTS));
        }
    }

    private Checker(Exercise exercise, PictureStyle style, Duration patience) {
        this.exercise = exercise;
        this.style = style;
        this.patience = patience;
        Runtime.getRuntime().addShutdownHook(killed);
    }

    /** One that gets ready for an exercise while the student reads. */
    public static Checker of(Exercise exercise, PictureStyle style) throws IOException {
        return new Checker(exercise, style, PATIENCE).ready();
    }

    /** With another patience. */
    static Checker of(Exercise exercise, PictureStyle style, Duration patience) throws IOException {
        return new Checker(exercise, style, patience).ready();
    }

    private Checker ready() throws IOException {
        running();
        return this;
    }

    /** Gets ready for another exercise. */
    public void turnTo(Exercise next) throws IOException {
        exercise = next;
        Running now = running;
        if (now != null && now.process.isAlive()) {
            warmUp(now);
        }
    }

    /** Says what is right in a file, and what is next. Whatever the student's code does, this comes back. */
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
                    "Your code could not be stopped: the check ended its process.",
                    placeOf(
                            file,
                            Pattern.compile(
                                    "catch\\s*\\(\\s*(Throwable|Error)|while\\s*\\(\\s*true|for\\s*\\(\\s*;\\s*;")),
                    "Look for a loop that does not end and catches everything, or that runs before the task begins."));
        } catch (IOException | ExecutionException itEnded) {
            Verdict verdict = explainEnd(checking, file);
            end();
            ready();
            return verdict;
        }
    }

    /** The time until the check begins does not count: the process may still be starting. */
    private CheckResponse responseOf(Running checking)
            throws InterruptedException, ExecutionException, TimeoutException {
        next(checking).get(MOST_PATIENCE * patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Object> response = next(checking);
        for (int waited = 1; ; waited++) {
            try {
                return (CheckResponse) response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                if (waited == MOST_PATIENCE || !MachineLoad.isHigh()) {
                    throw late;
                }
            }
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
        ended.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        String complaint = ended.complaint();
        if (complaint.contains(OUT_OF_MEMORY)) {
            return Verdict.notYet(new Explanation(
                    "Your code used up all memory (256 MB): the check ended.",
                    List.of(),
                    "Is there a loop that fills a collection, or prints, and does not end?"));
        }
        List<String> place = placeOf(file, ENDS_THE_JVM);
        if (place.isEmpty() && !complaint.isBlank()) {
            return Verdict.notYet(new Explanation(
                    "The check itself has failed, which is not your mistake.",
                    complaint.lines().limit(MOST_COMPLAINTS).toList(),
                    "Save again. If it ends again, './lesson doctor' looks at the machine."));
        }
        return Verdict.notYet(new Explanation(
                "Your code ended the whole Java machine, and with it all threads.",
                place,
                "Take System.exit away: to end a method, return; to end a thread, let its code come to its end."));
    }

    /** The first line with this in it, as it is shown. */
    private static List<String> placeOf(Path file, Pattern wanted) throws IOException {
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException meanwhileGone) {
            return List.of();
        }
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.matcher(lines.get(i)).find()) {
                return List.of("%5d | %s".formatted(i + 1, lines.get(i).replace("\t", "    ")));
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

    /** Quick to start rather than quick in the end; small, so that what grows without end soon ends. */
    private static Running start() throws IOException {
        Path folder = Files.createTempDirectory("interleave-checker");
        Process process = new ProcessBuilder(
                        java(),
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
                        System.getProperty("java.class.path"),
                        CheckerMain.class.getName())
                .redirectError(folder.resolve(COMPLAINTS).toFile())
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
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
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
            // the system clears its folder of temporary files
        }
    }

    /** Ends the process, and what of students' code still goes on in it. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(killed);
        } catch (IllegalStateException alreadyEnding) {
            // it has run, or is about to find nothing
        }
    }
}

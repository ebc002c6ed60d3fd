package interleave.course.tree;

import interleave.course.jvm.Answer;
import interleave.course.jvm.JavaProcess;
import interleave.course.jvm.LiveJvm;
import interleave.course.jvm.Reading;
import interleave.course.lessons.CourseException;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The tree of a running program, once or again and again. A JVM that does not answer is given up after half a minute.
 */
public final class LiveTree {
    /** How the tree is printed. */
    public enum Format {
        TEXT,
        JSON
    }

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Screen screen;
    private final Format format;

    public LiveTree(Screen screen, Format format) {
        this.screen = screen;
        this.format = format;
    }

    /** Lists the running JVMs of this user. */
    public void listPrograms() {
        var programs = JavaProcess.all();
        if (programs.isEmpty()) {
            screen.paragraph("No other Java program of yours runs now. Start one, and try again: ./lesson tree");
            return;
        }
        screen.line("Choose a process: ./lesson tree PID");
        programs.forEach(jvm -> screen.line("%8s  %s".formatted(jvm.id(), JavaProcess.program(jvm))));
    }

    /**
     * Prints the tree.
     *
     * @param period empty: once; otherwise again and again until the program ends
     * @throws CourseException if there is no such program, or it does not answer
     */
    public void show(String pid, Optional<Duration> period) throws IOException, InterruptedException {
        var process = new JavaProcess(number(pid));
        process.check();
        String program = process.program();
        var answer = new Answer(process);
        LiveJvm jvm = answer.within(LIMIT, () -> LiveJvm.attach(process));
        print(process, program, jvm, answer);
        while (period.isPresent() && waitFor(process, period.get())) {
            print(process, program, jvm, answer);
        }
        if (period.isPresent()) {
            screen.line("Process " + process.pid() + " has ended.");
        } else {
            answer.within(LIMIT, () -> {
                jvm.close();
                return true;
            });
        }
    }

    private static long number(String pid) {
        try {
            return Long.parseLong(pid);
        } catch (NumberFormatException word) {
            throw new CourseException(
                    "'" + pid + "' is not the number of a process.", "See the running JVMs: ./lesson tree");
        }
    }

    /** Returns false if the program has ended. */
    private static boolean waitFor(JavaProcess process, Duration period) throws InterruptedException {
        Optional<ProcessHandle> handle = ProcessHandle.of(process.pid());
        if (handle.isEmpty()) {
            return false;
        }
        try {
            handle.get().onExit().get(period.toNanos(), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException stillRunning) {
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void print(JavaProcess process, String program, LiveJvm jvm, Answer answer)
            throws IOException, InterruptedException {
        process.checkThatItRuns();
        Reading reading = answer.within(LIMIT, jvm::read);
        if (format == Format.JSON) {
            screen.line(TreeJson.of(process, program, jvm.version(), reading));
            return;
        }
        screen.clear();
        new TreePage(screen, Screen.isTerminal()).print(process, program, jvm.version(), reading);
    }
}

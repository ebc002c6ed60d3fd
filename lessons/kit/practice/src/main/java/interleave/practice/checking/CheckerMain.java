package interleave.practice.checking;

import interleave.virtualtime.install.Installation;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main class of a checking process, which reads requests and writes responses. Students' code runs in it and may
 * end it; {@link Checker} then starts another one.
 */
final class CheckerMain {
    private static final int PARENT_ENDED = 0;
    private static final int INTERNAL_ERROR = 70;

    private CheckerMain() {}

    static void main() throws Exception {
        Locale.setDefault(Locale.ENGLISH); // or a student's %d would print other digits than the check expects
        var out = new ObjectOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        out.flush();
        PrintStream realErr = System.err;
        var uncaught = new UncaughtExceptions();
        var err = new ErrorOutput();
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        disconnectStudentFromPipes();
        BlockingQueue<Object> requests = requests();
        Optional<IOException> obstacle = obstacle();
        try (var examiner = new Examiner(uncaught, err)) {
            while (true) {
                switch (requests.take()) {
                    case WarmUp early when obstacle.isEmpty() -> examiner.warmUp(early.request());
                    case WarmUp useless -> {}
                    case CheckRequest request
                    when obstacle.isPresent() -> {
                        out.writeObject(new CheckObstacle(obstacle.get()));
                        out.flush();
                    }
                    case CheckRequest request -> {
                        out.writeObject(new CheckBegun());
                        out.flush();
                        out.writeObject(examiner.examine(request));
                        out.reset();
                        out.flush();
                    }
                    default -> throw new IllegalStateException("unknown request");
                }
            }
        } catch (Throwable internalError) {
            internalError.printStackTrace(realErr);
            Runtime.getRuntime().halt(INTERNAL_ERROR);
        }
    }

    /** Installs virtual time before a student's code runs, because the code is not to blame if that fails. */
    private static Optional<IOException> obstacle() {
        try {
            Installation.ensure();
            return Optional.empty();
        } catch (IllegalStateException refused) {
            return Optional.of(
                    refused.getCause() instanceof IOException reason
                            ? reason
                            : new IOException(refused.getMessage(), refused));
        }
    }

    /** stdin and stdout carry requests and responses. Output outside of a run is discarded. */
    private static void disconnectStudentFromPipes() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    /** Reads requests on a thread that ends the process when its parent ends, even while a student's code runs. */
    private static BlockingQueue<Object> requests() throws IOException {
        var requests = new LinkedBlockingQueue<Object>();
        var in = new FileInputStream(FileDescriptor.in);
        Thread.ofPlatform().daemon().name("requests").start(() -> {
            try (var objects = new ObjectInputStream(in)) {
                while (true) {
                    requests.add(objects.readObject());
                }
            } catch (IOException | ClassNotFoundException parentEnded) {
                Runtime.getRuntime().halt(PARENT_ENDED);
            }
        });
        return requests;
    }
}

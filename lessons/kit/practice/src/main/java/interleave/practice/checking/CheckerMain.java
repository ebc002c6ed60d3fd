package interleave.practice.checking;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that checks: reads requests, writes responses. Students' code runs here, where it may do what it likes:
 * whoever started it ends it, and starts another.
 */
final class CheckerMain {
    private static final int GONE = 0;
    private static final int BROKEN = 70;

    private CheckerMain() {}

    static void main() throws Exception {
        var out = new ObjectOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        out.flush();
        PrintStream complaints = System.err;
        var lost = new UncaughtExceptions();
        var err = new ErrorOutput();
        Thread.setDefaultUncaughtExceptionHandler(lost);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        keepTheStudentFromTheChannels();
        BlockingQueue<Object> requests = requests();
        try (var examiner = new Examiner(lost, err)) {
            while (true) {
                switch (requests.take()) {
                    case WarmUp early -> examiner.warmUp(early.request());
                    case CheckRequest request -> {
                        out.writeObject(new CheckBegun());
                        out.flush();
                        out.writeObject(examiner.examine(request));
                        out.reset();
                        out.flush();
                    }
                    default -> throw new IllegalStateException("neither a request nor a warm-up");
                }
            }
        } catch (Throwable mistakeOfOurs) {
            mistakeOfOurs.printStackTrace(complaints);
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    /** Outside of a run nothing is collected that they print, and there is nothing to read. */
    private static void keepTheStudentFromTheChannels() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    /** Read by a thread of its own, which ends the process with its owner, whatever the student's code does then. */
    private static BlockingQueue<Object> requests() throws IOException {
        var requests = new LinkedBlockingQueue<Object>();
        var in = new FileInputStream(FileDescriptor.in);
        Thread.ofPlatform().daemon().name("requests").start(() -> {
            try (var objects = new ObjectInputStream(in)) {
                while (true) {
                    requests.add(objects.readObject());
                }
            } catch (IOException | ClassNotFoundException ownerIsGone) {
                Runtime.getRuntime().halt(GONE);
            }
        });
        return requests;
    }
}

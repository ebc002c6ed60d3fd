package interleave.course;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The output and exit code of a command run in this JVM; one at a time, because it replaces {@code System.out}. */
record CommandRun(int exitCode, String printed, String err) {
    /** The course that is being built. */
    static final Path COURSE = Path.of("../../..").toAbsolutePath().normalize();

    /** Runs {@code ./lesson} with these words. */
    static CommandRun lesson(String... words) {
        return in(COURSE, "", words);
    }

    /** Runs {@code ./lesson} in the course that lies in this folder, with these keys typed. */
    static synchronized CommandRun in(Path home, String typed, String... words) {
        PrintStream out = System.out;
        InputStream in = System.in;
        var printed = new ByteArrayOutputStream();
        var err = new StringWriter();
        System.setProperty("interleave.home", home.toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII)));
        try {
            int exitCode = Main.commandLine().setErr(new PrintWriter(err, true)).execute(words);
            return new CommandRun(exitCode, printed.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(out);
            System.setIn(in);
            System.clearProperty("interleave.home");
        }
    }
}

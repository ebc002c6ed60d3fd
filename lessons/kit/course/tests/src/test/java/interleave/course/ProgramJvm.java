package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.testjvm.TestJvm;
import java.io.IOException;
import java.util.List;

/** A JVM with a program, which is ended with the test. */
record ProgramJvm(Process process) implements AutoCloseable {

    static ProgramJvm of(Class<?> main, String... arguments) throws IOException {
        return with(List.of(), main.getName(), arguments);
    }

    /** Starts a JVM with options of its own. The program is a class of a lesson, or a source file. */
    static ProgramJvm with(List<String> options, String program, String... arguments) throws IOException {
        var jvm = start(options, program, arguments);
        assertThat(jvm.process.inputReader().readLine()).isEqualTo("ready");
        return jvm;
    }

    /** Does the same with a program that never prints "ready". */
    static ProgramJvm start(List<String> options, String program, String... arguments) throws IOException {
        return new ProgramJvm(TestJvm.of(options, program, arguments).start());
    }

    String pid() {
        return String.valueOf(process.pid());
    }

    /** Sends a signal such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-s", name, pid())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }
}

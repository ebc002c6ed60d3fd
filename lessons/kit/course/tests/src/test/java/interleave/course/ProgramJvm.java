package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with a program, which is ended with the test. */
record ProgramJvm(Process process) implements AutoCloseable {

    /** Starts a JVM with these arguments. */
    static ProgramJvm with(List<String> arguments) throws IOException {
        var jvm = start(arguments);
        assertThat(jvm.process.inputReader().readLine()).isEqualTo("ready");
        return jvm;
    }

    /** Does the same with a program that never prints "ready". */
    static ProgramJvm start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProgramJvm(new ProcessBuilder(command).start());
    }

    static ProgramJvm of(Class<?> main, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(main.getName()));
        all.addAll(List.of(arguments));
        return with(all);
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

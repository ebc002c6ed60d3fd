package interleave.course.jvm;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import interleave.course.lessons.CourseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that may be attached to. It is looked at from outside first, because the attach API sends a signal, and
 * waits ten seconds for a process that cannot answer.
 */
public record JavaProcess(long pid) {
    private static final Path PROC = Path.of("/proc");

    /** The running JVMs of this user, without this one. */
    public static List<VirtualMachineDescriptor> all() {
        String self = String.valueOf(ProcessHandle.current().pid());
        return VirtualMachine.list().stream()
                .filter(jvm -> !jvm.id().equals(self))
                .sorted(Comparator.comparingLong(jvm -> Long.parseLong(jvm.id())))
                .toList();
    }

    /** The main class or jar of a JVM, without its arguments. */
    public static String program(VirtualMachineDescriptor jvm) {
        String main = jvm.displayName().split(" ", 2)[0];
        return main.isBlank() ? "(unknown program)" : main;
    }

    public String program() {
        return all().stream()
                .filter(jvm -> jvm.id().equals(String.valueOf(pid)))
                .findFirst()
                .map(JavaProcess::program)
                .orElse("(unknown program)");
    }

    /**
     * Checks what can be seen from outside.
     *
     * @throws CourseException if there is no such process, or it is not a JVM that answers
     */
    public void check() {
        ProcessHandle process = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> refusal("There is no process " + pid + ".", "See the running JVMs: ./lesson tree"));
        if (pid == ProcessHandle.current().pid()) {
            throw refusal("Process " + pid + " is this command itself.", "See the other JVMs: ./lesson tree");
        }
        checkUser(process.info().user());
        if (isOfAnotherContainer()) {
            throw refusal(
                    "Process " + pid + " runs in another container.",
                    "Type the command there, with the number that the process has there.");
        }
        if (!isJvm()) {
            throw refusal("Process " + pid + " is not a Java program.", "See the running JVMs: ./lesson tree");
        }
        if (fileOfProcess("cmdline").contains("-XX:+DisableAttachMechanism")) {
            throw refusal(
                    "Process " + pid + " was started with -XX:+DisableAttachMechanism, so it does not answer.",
                    "Start it without this option.");
        }
        checkThatItRuns();
    }

    /**
     * Checks that it is not stopped.
     *
     * @throws CourseException if it is
     */
    public void checkThatItRuns() {
        if (isStopped()) {
            throw refusal(
                    "Process " + pid + " is stopped, as by Ctrl-Z, and cannot answer.",
                    "Continue it: kill -s CONT " + pid);
        }
    }

    private void checkUser(Optional<String> user) {
        String self = ProcessHandle.current().info().user().orElse("");
        if (user.isPresent() && !user.get().equals(self)) {
            throw refusal(
                    "Process " + pid + " belongs to " + user.get() + ". A JVM answers its own user only.",
                    "Try again as " + user.get() + ": sudo -u " + user.get() + " ./lesson tree " + pid);
        }
    }

    private boolean isOfAnotherContainer() {
        return Stream.of("ns/net", "ns/mnt") // its answers come through a local port, and a temporary file
                .anyMatch(name -> !link(PROC.resolve("self").resolve(name))
                        .equals(link(PROC.resolve(String.valueOf(pid)).resolve(name))));
    }

    /** Where a link leads; empty if the system has no such link. */
    private static Optional<Path> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    /** In the list, or without an entry there because of -XX:-UsePerfData. */
    private boolean isJvm() {
        return all().stream().anyMatch(jvm -> jvm.id().equals(String.valueOf(pid)))
                || fileOfProcess("maps").contains("libjvm.");
    }

    /** The state is the first letter after the name, which is in parentheses. */
    private boolean isStopped() {
        String status = fileOfProcess("stat");
        int name = status.lastIndexOf(") ");
        return name >= 0 && "Tt".indexOf(status.charAt(name + 2)) >= 0;
    }

    /** Empty where the system has no such file, as on macOS. */
    private String fileOfProcess(String name) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + name));
        } catch (IOException absent) {
            return "";
        }
    }

    private static CourseException refusal(String what, String next) {
        return new CourseException(what, next);
    }
}

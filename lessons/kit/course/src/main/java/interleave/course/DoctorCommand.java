package interleave.course;

import com.sun.management.OperatingSystemMXBean;
import interleave.course.lessons.Bundle;
import interleave.course.lessons.Course;
import interleave.course.machine.Finding;
import interleave.course.machine.SystemChecks;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code lesson doctor}: checks this machine for everything the course needs or can use. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks what this machine has of what the course needs or can use, and how to install the rest.")
final class DoctorCommand implements Callable<Integer> {
    private static final long GIBIBYTE = 1L << 30;

    @Override
    public Integer call() {
        var screen = Screen.plain();
        List<Finding> findings = findings(screen);
        for (Finding finding : findings) {
            screen.item(
                    "%-9s %-12s "
                            .formatted(
                                    switch (finding.status()) {
                                        case OK -> "ok";
                                        case OPTIONAL -> "optional";
                                        case NEEDED -> "NEEDED";
                                    },
                                    finding.what()),
                    finding.status() == Finding.Status.OK
                            ? finding.found()
                            : finding.found() + ". " + finding.remedy());
        }
        return findings.stream().anyMatch(finding -> finding.status() == Finding.Status.NEEDED)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private static List<Finding> findings(Screen screen) {
        return Stream.concat(programs(screen).stream(), SystemChecks.of(Course.homeFolder()).findings().stream())
                .toList();
    }

    private static List<Finding> programs(Screen screen) {
        return List.of(
                jdk(),
                maven(),
                encoding(screen),
                memory(),
                processors(),
                program(
                        "Jupyter",
                        Finding.Status.OPTIONAL,
                        "for the notebooks",
                        "Install it: apt-get install jupyter-notebook, or pip install notebook",
                        "jupyter-notebook",
                        "jupyter"),
                browser());
    }

    private static Finding jdk() {
        var version = Runtime.version();
        String found = version + " in " + System.getProperty("java.home");
        return version.feature() >= 25
                ? new Finding(Finding.Status.OK, "JDK", found, "")
                : new Finding(Finding.Status.NEEDED, "JDK", found, "The course needs 25 or newer: see README.md");
    }

    private static Finding maven() {
        return Bundle.jar(Course.homeFolder()).isPresent()
                ? new Finding(Finding.Status.OK, "Maven", "not needed, this course is built", "")
                : program(
                        "Maven",
                        Finding.Status.NEEDED,
                        "builds the course after a change",
                        "Install it: apt-get install maven, or brew install maven",
                        "mvn",
                        "mvn.cmd");
    }

    private static Finding encoding(Screen screen) {
        String found = screen.out().charset().name();
        return screen.unicode()
                ? new Finding(Finding.Status.OK, "Encoding", found, "")
                : new Finding(
                        Finding.Status.OPTIONAL,
                        "Encoding",
                        found,
                        "Pictures are drawn in plain ASCII; for finer ones set LANG=C.UTF-8, or in Windows: chcp"
                                + " 65001");
    }

    private static Finding memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double gibibytes = (double) system.getTotalMemorySize() / GIBIBYTE;
        String found = "%.1f GiB".formatted(gibibytes);
        return gibibytes >= 2
                ? new Finding(Finding.Status.OK, "Memory", found, "")
                : new Finding(Finding.Status.OPTIONAL, "Memory", found, "Benchmarks with many threads may need 2 GiB");
    }

    private static Finding processors() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors >= 2
                ? new Finding(Finding.Status.OK, "Processors", String.valueOf(processors), "")
                : new Finding(
                        Finding.Status.OPTIONAL,
                        "Processors",
                        String.valueOf(processors),
                        "Lessons run, but computing in parallel is not faster on one processor");
    }

    private static Finding browser() {
        return program(
                "Browser",
                Finding.Status.OPTIONAL,
                "for pages and reports",
                "Install any: apt-get install chromium, or firefox",
                "chromium",
                "chromium-browser",
                "google-chrome",
                "firefox",
                "msedge.exe",
                "open");
    }

    private static Finding program(String what, Finding.Status without, String use, String remedy, String... names) {
        return onPath(names)
                .map(path -> new Finding(Finding.Status.OK, what, path.toString(), ""))
                .orElseGet(() -> new Finding(without, what, "not found, " + use, remedy));
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

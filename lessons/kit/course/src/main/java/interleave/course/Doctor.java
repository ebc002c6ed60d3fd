package interleave.course;

import com.sun.management.OperatingSystemMXBean;
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

/** {@code lesson doctor}: what the course needs and can use, whether it is here, and how to get it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what the course needs and can use, what of it is here, and how to get the rest.")
final class Doctor implements Callable<Integer> {
    private static final long GIBIBYTE = 1L << 30;

    /** What was looked at, what was found, and what to do when it is not as it should be. */
    record Finding(Verdict verdict, String what, String found, String remedy) {}

    enum Verdict {
        OK,
        OPTIONAL,
        NEEDED
    }

    @Override
    public Integer call() {
        var screen = new Screen(System.out, Integer.getInteger("interleave.width", Screen.DEFAULT_WIDTH), false);
        List<Finding> findings = findings(screen);
        for (Finding finding : findings) {
            screen.item(
                    "%-9s %-11s "
                            .formatted(
                                    switch (finding.verdict) {
                                        case OK -> "ok";
                                        case OPTIONAL -> "optional";
                                        case NEEDED -> "NEEDED";
                                    },
                                    finding.what),
                    finding.verdict == Verdict.OK ? finding.found : finding.found + ". " + finding.remedy);
        }
        return findings.stream().anyMatch(finding -> finding.verdict == Verdict.NEEDED) ? Main.FAILED : Main.DONE;
    }

    private static List<Finding> findings(Screen screen) {
        return List.of(
                jdk(),
                program(
                        "Maven",
                        Verdict.NEEDED,
                        "builds the course after a change",
                        "Install it: apt-get install maven, or brew install maven",
                        "mvn",
                        "mvn.cmd"),
                encoding(screen),
                memory(),
                processors(),
                program(
                        "Jupyter",
                        Verdict.OPTIONAL,
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
                ? new Finding(Verdict.OK, "JDK", found, "")
                : new Finding(Verdict.NEEDED, "JDK", found, "The course needs 25 or newer: see README.md");
    }

    private static Finding encoding(Screen screen) {
        String found = screen.out().charset().name();
        return screen.unicode()
                ? new Finding(Verdict.OK, "Encoding", found, "")
                : new Finding(
                        Verdict.OPTIONAL,
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
                ? new Finding(Verdict.OK, "Memory", found, "")
                : new Finding(Verdict.OPTIONAL, "Memory", found, "Benchmarks with many threads may need 2 GiB");
    }

    private static Finding processors() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors >= 2
                ? new Finding(Verdict.OK, "Processors", String.valueOf(processors), "")
                : new Finding(
                        Verdict.OPTIONAL,
                        "Processors",
                        String.valueOf(processors),
                        "Lessons run, but what needs two at once shows no gain here");
    }

    private static Finding browser() {
        return program(
                "Browser",
                Verdict.OPTIONAL,
                "for pages and reports",
                "Install any: apt-get install chromium, or firefox",
                "chromium",
                "chromium-browser",
                "google-chrome",
                "firefox",
                "msedge.exe",
                "open");
    }

    private static Finding program(String what, Verdict without, String use, String remedy, String... names) {
        return onPath(names)
                .map(path -> new Finding(Verdict.OK, what, path.toString(), ""))
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

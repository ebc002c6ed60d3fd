package interleave.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine and its state during a run, as names and values in the order in which they are shown. */
public record Machine(Map<String, String> facts) {

    /** This machine, now. Facts that cannot be determined are left out. */
    public static Machine here() {
        var facts = new LinkedHashMap<String, String>();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        processorName().ifPresent(name -> facts.put("processor", name));
        facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", String.format(Locale.ROOT, "%.1f GiB", system.getTotalMemorySize() / 0x1p30));
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        facts.put("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
        power().ifPresent(power -> facts.put("power", power));
        firstLine(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"))
                .ifPresent(name -> facts.put("governor", name));
        return new Machine(facts);
    }

    /** The load average of the last minute: threads that run or are ready to run. Empty if the system has none. */
    public static Optional<Double> load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? Optional.empty() : Optional.of(load);
    }

    /** Its processor, their number, and the operating system. */
    String summary() {
        return facts.getOrDefault("processor", "unknown processor") + ", " + facts.getOrDefault("processors", "?")
                + " processors, " + facts.getOrDefault("system", "unknown system");
    }

    /** Warnings about facts that make the numbers less reliable. */
    List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (facts.getOrDefault("power", "").equals("battery")) {
            warnings.add("The machine runs on battery, so its processor may be slower at times. Plug it in.");
        }
        if (facts.getOrDefault("governor", "").equals("powersave")
                && !facts.getOrDefault("processor", "").contains("Intel")) {
            warnings.add("The processor saves power (governor powersave), so it may be slower at times.");
        }
        try {
            double load = Double.parseDouble(facts.getOrDefault("load before", "0"));
            int processors = Integer.parseInt(facts.getOrDefault("processors", "1"));
            if (load > 0.3 * processors) {
                warnings.add("The machine was busy before the run: its load was " + facts.get("load before") + " on "
                        + processors + " processors.");
            }
        } catch (NumberFormatException unknown) {
            warnings.add("The load of the machine is unknown.");
        }
        return warnings;
    }

    private static Optional<String> processorName() {
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.isReadable(linux)) {
            try (Stream<String> lines = Files.lines(linux)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        return System.getProperty("os.name").startsWith("Mac")
                ? outputOf("sysctl", "-n", "machdep.cpu.brand_string")
                : Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }

    private static Optional<String> power() {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return outputOf("pmset", "-g", "batt").map(text -> text.contains("Battery Power") ? "battery" : "mains");
        }
        Path supplies = Path.of("/sys/class/power_supply");
        if (!Files.isDirectory(supplies)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(supplies)) {
            return all.map(supply -> firstLine(supply.resolve("online")))
                    .flatMap(Optional::stream)
                    .map(online -> online.equals("1"))
                    .reduce(Boolean::logicalOr)
                    .map(online -> online ? "mains" : "battery");
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).lines().findFirst() : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> outputOf(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

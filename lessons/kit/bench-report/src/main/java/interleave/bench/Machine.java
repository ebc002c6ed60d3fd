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

/** What a result depends on beside the program: as names and values, in the order in which they are shown. */
public record Machine(Map<String, String> facts) {

    /** This one, now; what cannot be found out is left out. */
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
        line(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"))
                .ifPresent(name -> facts.put("governor", name));
        return new Machine(facts);
    }

    /** How many threads run or want to, on average over the last minute; empty where the system does not count them. */
    public static Optional<Double> load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? Optional.empty() : Optional.of(load);
    }

    /** What in these facts makes numbers doubtful, in words. */
    List<String> doubts() {
        var doubts = new ArrayList<String>();
        if (facts.getOrDefault("power", "").equals("battery")) {
            doubts.add("On battery: a processor that saves power is slower, and not evenly so. Plug it in.");
        }
        if (facts.getOrDefault("governor", "").equals("powersave")
                && !facts.getOrDefault("processor", "").contains("Intel")) {
            doubts.add("The processor is told to save power (governor powersave).");
        }
        try {
            double load = Double.parseDouble(facts.getOrDefault("load before", "0"));
            int processors = Integer.parseInt(facts.getOrDefault("processors", "1"));
            if (load > 0.3 * processors) {
                doubts.add("Something else was running: the load before was " + facts.get("load before") + " on "
                        + processors + " processors.");
            }
        } catch (NumberFormatException unknown) {
            doubts.add("How busy the machine was is not known.");
        }
        return doubts;
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
                ? said("sysctl", "-n", "machdep.cpu.brand_string")
                : Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }

    private static Optional<String> power() {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return said("pmset", "-g", "batt").map(text -> text.contains("Battery Power") ? "battery" : "mains");
        }
        Path supplies = Path.of("/sys/class/power_supply");
        if (!Files.isDirectory(supplies)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(supplies)) {
            return all.map(supply -> line(supply.resolve("online")))
                    .flatMap(Optional::stream)
                    .map(online -> online.equals("1"))
                    .reduce(Boolean::logicalOr)
                    .map(online -> online ? "mains" : "battery");
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> line(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).lines().findFirst() : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> said(String... command) {
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

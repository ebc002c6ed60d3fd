package interleave.notebook.launcher;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What Jupyter wants to know of this kernel: how to start it, with the JDK and the jar that this program runs on. */
public final class KernelSpec {
    private KernelSpec() {}

    /**
     * Writes two kernels into a folder that Jupyter searches: one as the course is, one with preview features. The jar
     * is copied beside them, so that a kernel that runs does not mind when it is built again.
     *
     * @param jupyter a folder of Jupyter's search path; what lies in it is kept
     */
    public static void install(Path jupyter) throws IOException {
        Path kernels = Files.createDirectories(jupyter.resolve("kernels").toAbsolutePath());
        Path folder = Files.createDirectories(kernels.resolve("interleave"));
        String classPath = classPath(folder.resolve("notebooks.jar"));
        write(folder, "Java (Interleave)", List.of(), classPath);
        write(
                Files.createDirectories(kernels.resolve("interleave-preview")),
                "Java with preview features (Interleave)",
                List.of("--enable-preview"),
                classPath);
    }

    private static String classPath(Path copy) throws IOException {
        String own = System.getProperty("java.class.path");
        if (own.contains(File.pathSeparator) || !own.endsWith(".jar")) {
            return own; // not packaged
        }
        Path whole =
                Files.copy(Path.of(own), copy.resolveSibling("notebooks.jar.new"), StandardCopyOption.REPLACE_EXISTING);
        return Files.move(whole, copy, StandardCopyOption.REPLACE_EXISTING).toString();
    }

    private static void write(Path folder, String name, List<String> options, String classPath) throws IOException {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", command(options, classPath));
        spec.put("display_name", name);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        Files.writeString(
                folder.resolve("kernel.json"),
                new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .create()
                                .toJson(spec) + "\n");
    }

    /** The last option but one lets virtual time into the JVM without warnings or a second JVM's help. */
    private static List<String> command(List<String> options, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-PrintWarnings",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dstdin.encoding=UTF-8",
                "-cp",
                classPath,
                Main.class.getName(),
                "kernel",
                "{connection_file}"));
        return command;
    }
}

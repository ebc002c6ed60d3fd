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
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Writes the kernel specifications for Jupyter: how to start the kernel, with the JDK and the jar of this program. */
public final class KernelSpec {
    private KernelSpec() {}

    /**
     * Writes two kernels, with and without preview features, to a folder that Jupyter searches. The jar is copied, so
     * that a new build does not affect a running kernel, unless it is that of a bundle, which refers to other jars.
     *
     * @param jupyter a folder of Jupyter's search path; other files in it are not changed
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
        if (own.contains(File.pathSeparator) || !own.endsWith(".jar") || refersToOthers(own)) {
            return own; // not packaged in one jar
        }
        Path whole =
                Files.copy(Path.of(own), copy.resolveSibling("notebooks.jar.new"), StandardCopyOption.REPLACE_EXISTING);
        return Files.move(whole, copy, StandardCopyOption.REPLACE_EXISTING).toString();
    }

    private static boolean refersToOthers(String jar) throws IOException {
        try (var opened = new JarFile(jar)) {
            return opened.getManifest().getMainAttributes().containsKey(Attributes.Name.CLASS_PATH);
        }
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

    /** Includes the options that let virtual time load its agent into this JVM, without warnings. */
    private static List<String> command(List<String> options, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-PrintWarnings",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3", // as in ./lesson and in virtual time
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

package interleave.notebook;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What Jupyter wants to know of this kernel: how to start it, with the JDK and the jar that this program runs on. */
final class KernelSpec {
    private KernelSpec() {}

    /**
     * Writes two kernels into a folder that Jupyter searches: one as the course is, one with preview features.
     *
     * @param jupyter a folder of Jupyter's search path; what lies in it is kept
     */
    static void install(Path jupyter) throws IOException {
        write(jupyter.resolve("kernels/interleave"), "Java (Interleave)", List.of());
        write(jupyter.resolve("kernels/interleave-preview"), "Java with preview features (Interleave)", List.of(
                "--enable-preview"));
    }

    private static void write(Path folder, String name, List<String> options) throws IOException {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", command(options));
        spec.put("display_name", name);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kernel.json"), new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
                .create().toJson(spec) + "\n");
    }

    /** The last option but one lets virtual time into the JVM without warnings or a second JVM's help. */
    private static List<String> command(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "-XX:-PrintWarnings",
                "-Djdk.attach.allowAttachSelf=true", "-Dstdin.encoding=UTF-8", "-cp", classPath(), Main.class.getName(),
                "kernel", "{connection_file}"));
        return command;
    }

    private static String classPath() {
        var absolute = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            absolute.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, absolute);
    }
}

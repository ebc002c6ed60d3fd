package interleave.course.edits;

import interleave.practice.compiling.CompileError;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles all sources of a module and copies its resources, as Maven does.
 *
 * @param home the folder of the course
 * @param classPath the jar of the bundle
 * @param classes the folder for the compiled classes
 */
record ModuleCompiler(Path home, Path classPath, Path classes) {
    private static final String PREVIEW_API = "java.util.concurrent.StructuredTaskScope";
    private static final String RELEASE = "25";

    /** Returns the first error, in at most three lines; empty if the module compiles. */
    Optional<String> compile(String module) throws IOException {
        copyResources(home.resolve(module).resolve("src/main/resources"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(classPath));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(classes)));
            List<Path> sources = sources(home.resolve(module));
            javac.getTask(
                            Writer.nullWriter(),
                            files,
                            diagnostics,
                            options(sources),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(explain(errors));
    }

    private void copyResources(Path from) throws IOException {
        for (Path file : files(from)) {
            Path copy = classes.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String explain(List<Diagnostic<? extends JavaFileObject>> errors) throws IOException {
        Diagnostic<? extends JavaFileObject> first = errors.getFirst();
        JavaFileObject file = first.getSource();
        if (file == null) {
            return first.getMessage(Locale.ENGLISH);
        }
        String code = file.getCharContent(true).toString();
        int others = errors.size() - 1;
        return home.relativize(Path.of(file.toUri())) + ":" + first.getLineNumber() + ": "
                + new CompileError(first, code).said() + System.lineSeparator()
                + "    "
                + code.lines()
                        .skip(first.getLineNumber() - 1)
                        .findFirst()
                        .orElse("")
                        .strip()
                + System.lineSeparator()
                + "Fix this line" + (others == 0 ? "" : " (and " + others + " more)") + ", and start again.";
    }

    /** All sources except {@code module-info.java}, because the course runs on the class path. */
    private static List<Path> sources(Path module) throws IOException {
        return files(module.resolve("src/main/java")).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.endsWith("module-info.java"))
                .sorted()
                .toList();
    }

    /** All files in a folder and its subfolders; none if the folder does not exist. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> options(List<Path> sources) throws IOException {
        var options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none", "-g", "-parameters"));
        options.addAll(List.of("--release", RELEASE));
        for (Path source : sources) {
            if (Files.readString(source).contains(PREVIEW_API)) {
                options.add("--enable-preview");
                break;
            }
        }
        return options;
    }
}

package interleave.course.edits;

import interleave.course.lessons.Bundle;
import interleave.course.lessons.CourseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modules that a student has changed in a bundle. Their classes go to a folder that is first on the class path of
 * the bundle's jar, so that runs, checks, benchmarks and notebooks find them before the classes that were handed out.
 *
 * @param home the folder of the bundle
 */
public record EditedModules(Path home) {
    /** The list of the sources from which the bundle's jars were compiled. */
    private static final String HANDED_OUT = "lib/sources.txt";

    private static final String LIBRARIES = "lessons/lib/";
    private static final String BENCHMARKS = "benchmarks";

    /**
     * Compiles the modules that differ from those handed out, unless that was done before. Stores the error of a module
     * that does not compile, to report it when the module is needed. Does nothing in a project that Maven builds.
     */
    public void compile() throws IOException {
        if (Bundle.jar(home).isEmpty()) {
            return;
        }
        SourceList now = SourceList.of(home);
        Set<String> changed = now.modulesThatDifferFrom(SourceList.read(home.resolve(HANDED_OUT)));
        SourceList edited = now.only(changed);
        if (edited.equals(SourceList.read(compiled()))) {
            return;
        }
        deleteClasses();
        if (!changed.isEmpty()) {
            System.err.println("Compiling your changes in " + String.join(", ", changed) + " ...");
            compile(changed);
            edited.write(compiled());
        }
    }

    private void compile(Set<String> modules) throws IOException {
        var compiler = new ModuleCompiler(home, Bundle.jar(home).orElseThrow(), classes());
        Files.createDirectories(classes());
        for (String module : librariesFirst(modules)) {
            String error = module.equals(BENCHMARKS)
                    ? "The sources of the benchmarks have changed. A bundle cannot build them, because JMH generates"
                            + " code."
                            + System.lineSeparator() + "Undo the change, or get the complete course and Maven."
                    : compiler.compile(module).orElse("");
            if (!error.isEmpty()) {
                Files.createDirectories(error(module).getParent());
                Files.writeString(error(module), error);
            }
        }
    }

    private static List<String> librariesFirst(Set<String> modules) {
        return modules.stream()
                .sorted(Comparator.comparing((String module) -> !module.startsWith(LIBRARIES)))
                .toList();
    }

    /**
     * Throws if a lesson does not compile, because its old classes would be used instead.
     *
     * @param lesson its folder
     * @throws CourseException with the first error
     */
    public void requireCompiled(Path lesson) throws IOException {
        require(home.relativize(lesson.toAbsolutePath()).toString().replace('\\', '/'));
    }

    /**
     * Throws if one of the measured lessons does not compile, or if the benchmarks have changed.
     *
     * @param measured their folders; empty for all lessons
     * @throws CourseException with the first error
     */
    public void requireCompiledBenchmarks(List<Path> measured) throws IOException {
        require(measured.isEmpty() ? "" : BENCHMARKS);
        for (Path lesson : measured) {
            requireCompiled(lesson);
        }
    }

    /** Throws if this module, a module in its folder, or a library does not compile. */
    private void require(String module) throws IOException {
        if (!Files.isDirectory(errors())) {
            return;
        }
        try (Stream<Path> files = Files.walk(errors())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String broken = errors().relativize(file).toString().replace('\\', '/');
                if (broken.startsWith(module) || broken.startsWith(LIBRARIES)) {
                    throw new CourseException(Files.readString(file));
                }
            }
        }
    }

    private void deleteClasses() throws IOException {
        if (!Files.exists(folder())) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path folder() {
        return home.resolve("target/edited");
    }

    /** The folder that the manifest of the bundle's jar has on its class path. */
    private Path classes() {
        return folder().resolve("classes");
    }

    private Path compiled() {
        return folder().resolve("sources.txt");
    }

    private Path errors() {
        return folder().resolve("errors");
    }

    private Path error(String module) {
        return errors().resolve(module + ".txt");
    }
}

package interleave.practice.compiling;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources to classes, both in memory. Keeps the file manager, so that later calls are faster. */
public final class InMemoryCompiler implements AutoCloseable {
    /** Preview APIs are enabled because a lesson teaches one: StructuredTaskScope. */
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-implicit:class",
            "-Xprefer:source",
            "-g",
            "-Xlint:none",
            "-nowarn",
            "--enable-preview",
            "-source",
            String.valueOf(Runtime.version().feature()));

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);

    /** A Java file: its name without folders, and its source code. */
    public record Source(String fileName, String code) {}

    /** The classes by name, and the errors of javac. */
    public record Compilation(Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {}

    /**
     * Parses, inspects and compiles. Stops after a step that has errors, or with an exception of the inspection.
     *
     * @param sources the answer, and other files
     * @param sourceFolder the root of the packages in which other source files are found when the sources use them
     */
    public Compilation compile(List<Source> sources, Optional<Path> sourceFolder, AnswerInspection inspection) {
        searchIn(sourceFolder);
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var classes = new Output(files);
        var units = sources.stream().map(SourceFile::new).toList();
        var task = (JavacTask) javac.getTask(null, classes, diagnostics, OPTIONS, null, units);
        try {
            var parsed = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(parsed::add);
            if (errors(diagnostics).isEmpty()) {
                inspection.inspectSyntax(parsed.getFirst(), Trees.instance(task).getSourcePositions());
                task.analyze();
            }
            if (errors(diagnostics).isEmpty()) {
                inspection.inspectTypes(parsed.getFirst(), task);
                task.generate();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Compilation(classes.bytes(), errors(diagnostics));
    }

    /** With an empty source path, javac does not look for source files; without one, it looks on the class path. */
    private void searchIn(Optional<Path> sourceFolder) {
        try {
            files.setLocationFromPaths(
                    StandardLocation.SOURCE_PATH, sourceFolder.stream().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        var errors = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .forEach(errors::add);
        return errors;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static final class SourceFile extends SimpleJavaFileObject {
        private final String code;

        SourceFile(Source source) {
            super(URI.create("source:///" + source.fileName()), Kind.SOURCE);
            code = source.code();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(int number) {
            super(URI.create("class:///" + number), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> written = new LinkedHashMap<>();

        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(className, name -> new ClassFile(written.size()));
        }

        Map<String, byte[]> bytes() {
            var bytes = new LinkedHashMap<String, byte[]>();
            written.forEach((name, file) -> bytes.put(name, file.bytes.toByteArray()));
            return bytes;
        }
    }
}

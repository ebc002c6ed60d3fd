import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Checks the format of every Java file below a folder, or applies it. Exits with 1 if a file is not formatted. */
final class Format {

    private static final int MAX_LINE_LENGTH = 120;

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    static void main(String... args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path top = Path.of(args[1]).toRealPath();
        List<String> problems = javaFiles(top).parallelStream()
                .flatMap(file -> problems(top, file, apply).stream())
                .toList();
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.err.println("To format all files: ./lesson mvn -pl .ci/format verify -Dformat=apply");
            System.exit(1);
        }
    }

    /** All Java files but those of builds, of hidden folders, and of the folder in which a student works. */
    private static List<Path> javaFiles(Path top) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = name.equals("target") || folder.equals(top.resolve("practice"));
                boolean hidden = name.startsWith(".") && !name.equals(".ci") && !folder.equals(top);
                return skipped || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static List<String> problems(Path top, Path file, boolean apply) {
        Path name = top.relativize(file);
        var problems = new ArrayList<String>();
        try {
            String source = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            if (apply && !formatted.equals(source)) {
                Files.writeString(file, formatted);
            } else if (!formatted.equals(source)) {
                problems.add(name + ": not formatted");
            }
            List<String> lines = formatted.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > MAX_LINE_LENGTH) {
                    problems.add(
                            name + ":" + (i + 1) + ": longer than " + MAX_LINE_LENGTH + " columns, break it by hand");
                }
            }
        } catch (IOException | FormatterException broken) {
            problems.add(name + ": " + broken.getMessage());
        }
        return problems;
    }
}

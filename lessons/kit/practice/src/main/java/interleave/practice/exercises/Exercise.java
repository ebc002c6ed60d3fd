package interleave.practice.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An exercise of a lesson: a class that a student completes.
 *
 * @param lesson the name of the lesson, such as {@code greet}
 * @param folder the folder of the lesson
 * @param className the class with its package, such as {@code greet.Party}
 * @param task what the student should do, in one to three sentences
 * @param untouched a part of the verdict on the untouched skeleton
 * @param hints the hints, each one saying more than the one before
 */
public record Exercise(
        String lesson, Path folder, String className, String task, String untouched, List<String> hints) {

    /** A typical wrong answer. A test proves that the check rejects it. */
    public record WrongAnswer(String name, Path file) {
        private static final String SAYS = "// says: ";

        /** The parts that the verdict must contain: its comments {@code // says: ...}. */
        public List<String> expectedMessages() {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> line.startsWith(SAYS))
                        .map(line -> line.substring(SAYS.length()))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** A right answer in another style, such as {@code with-completable-future}. */
    public record Alternative(String style, Path file) {}

    /** The name as a student types it: {@code welcome-party} for {@code greet.WelcomeParty}. */
    public String name() {
        return simpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The class without its package: {@code Party}. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** The package: {@code greet}. */
    public String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /** The file: {@code Party.java}. */
    public String fileName() {
        return simpleName() + ".java";
    }

    /** The file that a student starts with. */
    public Path skeleton() {
        return source("practice", fileName());
    }

    /** One correct answer. */
    public Path solution() {
        return source("solution", fileName());
    }

    /** Right answers in other styles, in {@code src/alternative/java/STYLE}, by style. */
    public List<Alternative> alternatives() throws IOException {
        return answersIn("src/alternative/java", Alternative::new);
    }

    /** The check: what every correct answer must do. */
    public Path check() {
        return source("check", simpleName() + "Check.java");
    }

    /** The check and the solution as classes, in an edition without their sources. */
    public Path classes() {
        return folder.resolve("src/check").resolve(simpleName() + ".jar");
    }

    /** The wrong answers in {@code src/wrong/java/NAME}, by name. */
    public List<WrongAnswer> wrongAnswers() throws IOException {
        return answersIn("src/wrong/java", WrongAnswer::new);
    }

    private <A> List<A> answersIn(String parent, BiFunction<String, Path, A> answer) throws IOException {
        Path answers = folder.resolve(parent);
        if (!Files.isDirectory(answers)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(answers)) {
            return folders.sorted()
                    .filter(each -> Files.exists(each.resolve(fileName())))
                    .map(each -> answer.apply(String.valueOf(each.getFileName()), each.resolve(fileName())))
                    .toList();
        }
    }

    private Path source(String kind, String file) {
        return folder.resolve("src")
                .resolve(kind)
                .resolve("java")
                .resolve(packageName().replace('.', '/'))
                .resolve(file);
    }
}

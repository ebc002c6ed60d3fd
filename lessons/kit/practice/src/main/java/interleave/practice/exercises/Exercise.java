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
 * @param lesson its name, such as {@code greet}
 * @param folder the lesson's
 * @param className with its package, such as {@code greet.Party}
 * @param task what is to be done, in a sentence or two
 * @param untouched what the check says, in part, of the untouched skeleton
 * @param hints from a nudge to nearly the answer
 */
public record Exercise(
        String lesson, Path folder, String className, String task, String untouched, List<String> hints) {

    /** A typical wrong answer, kept to prove that the check finds it. */
    public record WrongAnswer(String name, Path file) {
        private static final String SAYS = "// says: ";

        /** What the check must say of it, in part: its comments {@code // says: ...}. */
        public List<String> meantMessages() {
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

    /** As it is typed: {@code welcome-party} for {@code greet.WelcomeParty}. */
    public String name() {
        return simpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** {@code Party}. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** {@code greet}. */
    public String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /** {@code Party.java}. */
    public String fileName() {
        return simpleName() + ".java";
    }

    /** What a student begins with. */
    public Path skeleton() {
        return source("practice", fileName());
    }

    /** One good answer. */
    public Path solution() {
        return source("solution", fileName());
    }

    /** Right answers in other styles, in {@code src/alternative/java/STYLE}, by style. */
    public List<Alternative> alternatives() throws IOException {
        return answersIn("src/alternative/java", Alternative::new);
    }

    /** What a good answer must do. */
    public Path check() {
        return source("check", simpleName() + "Check.java");
    }

    /** Those in {@code src/wrong/java/NAME}, by name. */
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

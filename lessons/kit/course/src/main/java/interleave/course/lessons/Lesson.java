package interleave.course.lessons;

import interleave.practice.exercises.Exercise;
import interleave.recorder.model.OperationLines;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lesson, as its {@code lesson.yaml} describes it.
 *
 * @param folder such as {@code lessons/01-greet}
 * @param minutes a student needs for it
 * @param source the article its example comes from
 * @param service of a lesson whose versions are servers, which run until Ctrl-C
 * @param warmUp the arguments with which all versions run once before anything is recorded; empty for servers that
 *     never end by themselves
 * @param operation the lines between which an operation is in progress, where threads and tasks do not show it
 * @param notice observations that a student should make in the run
 * @param suggestions commands to try next
 * @param exercises in the order in which a student does them
 * @param levels the programs that a student breaks as their scheduler, the easiest first
 * @param quiz the questions in order
 */
public record Lesson(
        Path folder,
        String title,
        String question,
        int minutes,
        String source,
        Optional<Service> service,
        List<Version> versions,
        Optional<List<String>> warmUp,
        Optional<OperationLines> operation,
        List<String> notice,
        List<Suggestion> suggestions,
        List<Exercise> exercises,
        List<Level> levels,
        List<Question> quiz) {

    private static final String ALL = "all";

    /**
     * The version that serves by default.
     *
     * @param client connects to it, if the lesson has one
     */
    public record Service(Version server, Optional<Version> client) {}

    /** A command to try, without {@code ./lesson}, and why. */
    public record Suggestion(String command, String why) {}

    /** The timeline of a version, with the operations of this lesson. */
    public Timeline withOperations(Timeline timeline) {
        return operation.map(timeline::withOperations).orElse(timeline);
    }

    /** Its place in the course: {@code 01}. */
    public String number() {
        return folderName().substring(0, folderName().indexOf('-'));
    }

    /** The Java package of its classes: {@code greet}. */
    public String packageName() {
        return name().replace("-", "");
    }

    /** As it is typed: {@code greet}. */
    public String name() {
        return folderName().substring(folderName().indexOf('-') + 1);
    }

    /**
     * The versions with these ids, in the lesson's order. Without ids, all versions, or the one that serves. With the
     * id {@code all}, all versions in any case.
     *
     * @throws CourseException when one is unknown; it names those there are
     */
    public List<Version> choose(List<String> ids) {
        if (ids.equals(List.of(ALL))) {
            return versions;
        }
        for (String id : ids) {
            if (versions.stream().noneMatch(version -> version.answersTo(id))) {
                List<String> known = versions.stream().map(Version::id).toList();
                throw new CourseException(
                        "Lesson " + name() + " has no version '" + id.strip() + "'."
                                + Spelling.nearest(id.strip(), known)
                                        .map(near -> " Did you mean '" + near + "'?")
                                        .orElse(""),
                        "It has: " + String.join(", ", known) + ".");
            }
        }
        return ids.isEmpty()
                ? service.map(each -> List.of(each.server)).orElse(versions)
                : versions.stream()
                        .filter(version -> ids.stream().anyMatch(version::answersTo))
                        .toList();
    }

    /**
     * The class that talks to the lesson's server.
     *
     * @throws CourseException when the lesson has no client
     */
    public Version client() {
        return service.flatMap(Service::client)
                .orElseThrow(() ->
                        new CourseException("Lesson " + name() + " has no client.", "Run it: ./lesson " + name()));
    }

    /**
     * Refuses arguments that the {@code main} of one of these versions would not see.
     *
     * @throws CourseException naming the versions that do take arguments
     */
    public void refuseUnusableArguments(List<Version> chosen, List<String> arguments) {
        chosen.stream()
                .filter(version -> !arguments.isEmpty() && !version.takesArguments())
                .findFirst()
                .ifPresent(version -> {
                    List<String> takers = versions.stream()
                            .filter(Version::takesArguments)
                            .map(Version::id)
                            .toList();
                    String typed = String.join(" ", arguments);
                    throw new CourseException(
                            version.label() + " takes no arguments, but was given: " + typed,
                            takers.isEmpty()
                                    ? "No version of this lesson takes any."
                                    : "These do: ./lesson " + name() + " --only " + String.join(",", takers) + " -- "
                                            + typed);
                });
    }

    /** Where the source of a version lies: in the lesson's own folder, or in one of its modules. */
    public Optional<Path> sourceOf(Version version) {
        Path file = Path.of("src/main/java", version.className().replace('.', '/') + ".java");
        try (Stream<Path> modules = Files.list(folder)) {
            return Stream.concat(Stream.of(folder), modules.sorted())
                    .map(module -> module.resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public String folderName() {
        return folder.getFileName().toString();
    }
}

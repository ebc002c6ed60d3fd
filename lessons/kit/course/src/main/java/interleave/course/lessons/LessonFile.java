package interleave.course.lessons;

import interleave.course.lessons.Lesson.Service;
import interleave.course.lessons.Lesson.Suggestion;
import interleave.practice.exercises.Exercise;
import interleave.recorder.model.OperationLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a lesson's {@code lesson.yaml}; every mistake in it is named with file and line. */
public final class LessonFile {
    public static final String NAME = "lesson.yaml";

    static final List<String> KEYS = List.of(
            "title",
            "question",
            "minutes",
            "source",
            "versions",
            "preview",
            "realtime",
            "hangs",
            "explore",
            "operation",
            "serves",
            "client",
            "warmup",
            "notice",
            "try",
            "practice",
            "play",
            "quiz");

    static final List<String> EXERCISE_KEYS = List.of("class", "task", "untouched", "hints");

    static final List<String> LEVEL_KEYS = List.of("class", "cure", "goal", "fewest", "hint", "why", "remedy");

    private LessonFile() {}

    /**
     * Reads a descriptor.
     *
     * @throws CourseException when the file cannot be read, is not YAML, or lacks or misspells a key
     */
    public static Lesson read(Path file) {
        YamlMap yaml = compose(file);
        yaml.allowOnly(KEYS);
        Path folder = file.resolveSibling("");
        String javaPackage =
                folder.getFileName().toString().replaceFirst("^\\d\\d-", "").replace("-", "");
        return new Lesson(
                folder,
                yaml.text("title"),
                yaml.text("question"),
                yaml.wholeNumber("minutes"),
                yaml.text("source"),
                service(yaml, javaPackage),
                versions(yaml, javaPackage),
                warmUp(yaml),
                operation(yaml),
                yaml.texts("notice"),
                yaml.pairs("try").stream()
                        .map(pair -> new Suggestion(pair.getKey(), pair.getValue()))
                        .toList(),
                exercises(yaml, folder, javaPackage),
                levels(yaml, folder, javaPackage),
                QuizFile.questions(yaml, javaPackage));
    }

    /** "starts: (.+) starts" and "ends: (.+) is complete": each a regular expression whose group is a name. */
    private static Optional<OperationLines> operation(YamlMap yaml) {
        if (!yaml.has("operation")) {
            return Optional.empty();
        }
        Map<String, String> lines = yaml.optionalPairs("operation");
        return Optional.of(new OperationLines(line(yaml, lines, "starts"), line(yaml, lines, "ends")));
    }

    private static Pattern line(YamlMap yaml, Map<String, String> lines, String key) {
        try {
            Pattern line = Pattern.compile(lines.getOrDefault(key, ""));
            if (line.matcher("").groupCount() == 1) {
                return line;
            }
        } catch (PatternSyntaxException mistake) {
            throw yaml.wrong("operation", key + ": " + mistake.getDescription());
        }
        throw yaml.wrong("operation", key + ": expected a regular expression with one group, the operation's name");
    }

    private static List<Exercise> exercises(YamlMap yaml, Path folder, String javaPackage) {
        String lesson = folder.getFileName().toString().replaceFirst("^\\d\\d-", "");
        return yaml.optionalMaps("practice").stream()
                .map(exercise -> {
                    exercise.allowOnly(EXERCISE_KEYS);
                    return new Exercise(
                            lesson,
                            folder,
                            javaPackage + "." + exercise.text("class"),
                            exercise.text("task"),
                            exercise.text("untouched"),
                            exercise.texts("hints"));
                })
                .toList();
    }

    private static List<Level> levels(YamlMap yaml, Path folder, String javaPackage) {
        String lesson = folder.getFileName().toString().replaceFirst("^\\d\\d-", "");
        return yaml.optionalMaps("play").stream()
                .map(level -> {
                    level.allowOnly(LEVEL_KEYS);
                    return new Level(
                            lesson,
                            folder,
                            javaPackage + ".play." + level.text("class"),
                            javaPackage + ".play." + level.text("cure"),
                            level.text("goal"),
                            level.wholeNumber("fewest"),
                            level.text("hint"),
                            level.text("why"),
                            level.text("remedy"));
                })
                .toList();
    }

    private static Optional<Service> service(YamlMap yaml, String javaPackage) {
        if (!yaml.has("serves")) {
            return Optional.empty();
        }
        Version server = versions(yaml, javaPackage).stream()
                .filter(version -> version.simpleName().equals(yaml.text("serves")))
                .findFirst()
                .orElseThrow(() -> yaml.wrong("serves", "'" + yaml.text("serves") + "' is none of the versions"));
        Optional<Version> client = yaml.has("client")
                ? Optional.of(new Version(
                        javaPackage + "." + yaml.text("client"), "talks to the server", false, Optional.empty()))
                : Optional.empty();
        return Optional.of(new Service(server, client));
    }

    /** Without arguments, servers would all occupy one port until Ctrl-C. */
    private static Optional<List<String>> warmUp(YamlMap yaml) {
        if (yaml.has("warmup")) {
            return Optional.of(List.of(yaml.text("warmup").split(" ")));
        }
        return yaml.has("serves") ? Optional.empty() : Optional.of(List.of());
    }

    private static List<Version> versions(YamlMap yaml, String javaPackage) {
        List<String> names =
                yaml.pairs("versions").stream().map(Map.Entry::getKey).toList();
        List<String> preview = yaml.has("preview") ? yaml.textsAmong("preview", names) : List.of();
        List<String> hangs = yaml.has("hangs") ? yaml.textsAmong("hangs", names) : List.of();
        Map<String, String> realTime = yaml.optionalPairs("realtime");
        Map<String, Integer> preemptions = preemptions(yaml, names);
        List<Version> versions = yaml.pairs("versions").stream()
                .map(pair -> new Version(
                        javaPackage + "." + pair.getKey(),
                        pair.getValue(),
                        preview.contains(pair.getKey()),
                        Optional.ofNullable(realTime.remove(pair.getKey())),
                        hangs.contains(pair.getKey()),
                        Optional.ofNullable(preemptions.get(pair.getKey()))))
                .toList();
        realTime.keySet().stream().findFirst().ifPresent(unknown -> {
            throw yaml.wrong("realtime", "'" + unknown + "' is none of the versions");
        });
        return versions;
    }

    private static Map<String, Integer> preemptions(YamlMap yaml, List<String> versions) {
        var preemptions = new HashMap<String, Integer>();
        yaml.optionalPairs("explore").forEach((version, most) -> {
            if (!versions.contains(version)) {
                throw yaml.wrong("explore", "'" + version + "' is none of the versions");
            }
            if (!most.matches("\\d")) {
                throw yaml.wrong("explore", "'" + most + "' is not a number of preemptions from 0 to 9");
            }
            preemptions.put(version, Integer.valueOf(most));
        });
        return preemptions;
    }

    static YamlMap compose(Path file) {
        try {
            var compose =
                    new Compose(LoadSettings.builder().setLabel(file.toString()).build());
            return YamlMap.of(file, compose.composeString(Files.readString(file)));
        } catch (MarkedYamlEngineException mistake) {
            int line = mistake.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CourseException(file + ", line " + line + ": this is not YAML.", mistake.getProblem());
        } catch (YamlEngineException | IOException unreadable) {
            throw new CourseException(file + " cannot be read: " + unreadable.getMessage());
        }
    }
}

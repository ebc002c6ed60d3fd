package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.course.terminal.Screen;
import interleave.recorder.layout.Labels;
import interleave.recorder.model.Timeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a student expects each version to take.
 *
 * @param byLabel the versions with a prediction, by label
 */
public record Predictions(Map<String, Duration> byLabel) {
    /** A prediction counts as right within this much, because a real run is never exact. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private static final double RELATIVE_TOLERANCE = 0.2;

    /** Where predictions come from. */
    public interface Source {
        Predictions about(List<Version> versions) throws IOException;
    }

    /** Asks for none. */
    public static Predictions none(List<Version> versions) {
        return new Predictions(Map.of());
    }

    /** Asks for the time of each version, one line each; an empty line skips a version. */
    public static Predictions ask(List<Version> versions, BufferedReader in, Screen screen) throws IOException {
        screen.line();
        screen.title("Predict");
        screen.paragraph("How many seconds does each version take? Enter skips one, q skips the rest.");
        var predictions = new LinkedHashMap<String, Duration>();
        for (Version version : versions) {
            String typed = answer(version, in, screen);
            if (typed == null || typed.equals("q")) {
                break;
            }
            seconds(typed).ifPresent(time -> predictions.put(version.label(), time));
        }
        return new Predictions(predictions);
    }

    /** An answer that is empty, {@code q} or a number; null at the end of the input. */
    private static @Nullable String answer(Version version, BufferedReader in, Screen screen) throws IOException {
        while (true) {
            screen.prompt("  " + version.label() + ", " + version.about() + ": ");
            String typed = in.readLine();
            if (typed == null) {
                screen.line();
                return null;
            }
            String answer = typed.strip();
            if (answer.isEmpty() || answer.equals("q") || seconds(answer).isPresent()) {
                return answer;
            }
            screen.line("  Expected a number of seconds such as 2 or 0.5, but it was '" + answer + "'.");
        }
    }

    /** {@code 2}, {@code 2.5}, {@code 2,5 s}. */
    private static Optional<Duration> seconds(String typed) {
        String number = typed.replaceFirst("\\s*s(ec(onds?)?)?$", "").replace(',', '.');
        return number.matches("\\d{1,6}(\\.\\d{1,6})?")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(number) * 1000)))
                : Optional.empty();
    }

    /** Shows how far off each prediction was. */
    void compareWith(List<Timeline> timelines, Screen screen) {
        List<Timeline> predicted = timelines.stream()
                .filter(timeline -> timeline.finished() && byLabel.containsKey(timeline.version()))
                .toList();
        if (predicted.isEmpty()) {
            return;
        }
        int width = predicted.stream()
                .mapToInt(timeline -> timeline.version().length())
                .max()
                .orElseThrow();
        screen.line();
        screen.title("Your predictions");
        for (Timeline timeline : predicted) {
            Duration expected = byLabel.getOrDefault(timeline.version(), Duration.ZERO);
            screen.line(("  %-" + width + "s   %s predicted, %s measured: %s")
                    .formatted(
                            timeline.version(),
                            Labels.duration(expected),
                            Labels.duration(timeline.duration()),
                            judgement(expected, timeline.duration())));
        }
    }

    private static String judgement(Duration expected, Duration actual) {
        Duration off = expected.minus(actual);
        boolean right =
                off.abs().compareTo(TOLERANCE) <= 0 || off.abs().toMillis() <= RELATIVE_TOLERANCE * actual.toMillis();
        return right ? "right" : Labels.duration(off.abs()) + (off.isNegative() ? " too short" : " too long");
    }
}

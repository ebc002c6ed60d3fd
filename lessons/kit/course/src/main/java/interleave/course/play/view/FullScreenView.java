package interleave.course.play.view;

import interleave.course.play.replay.PlayedStep;
import interleave.course.play.replay.Position;
import interleave.course.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A whole screen for each step, at most 24 lines long: a column for each thread, and what the threads share below. */
public record FullScreenView(Screen screen) implements PlayView {
    /** The last line of a terminal stays free for the cursor. */
    private static final int LINES = 23;

    @Override
    public void begin(PlayPage page) {
        // each page has everything
    }

    @Override
    public void show(PlayPage page) {
        List<String> above = new ArrayList<>(WordLines.of("Goal: " + page.goal(), screen.width()));
        List<String> below = below(page);
        int left = LINES - 1 - above.size() - below.size();
        screen.clear();
        screen.title(page.title(), "step " + page.position().steps().size());
        above.forEach(screen::line);
        new ThreadColumns(page, screen.width()).lines(left).forEach(screen::line);
        below.forEach(screen::line);
    }

    private List<String> below(PlayPage page) {
        List<String> below = new ArrayList<>();
        below.add("");
        below.addAll(WordLines.of("Shared:  " + shared(page.position()), screen.width()));
        page.position().printed().stream()
                .reduce((first, second) -> second)
                .ifPresent(line -> below.add("Printed: " + line));
        if (!page.position().steps().isEmpty()) {
            PlayedStep last = page.position().steps().getLast();
            below.add("Last:    " + last.thread() + " " + last.shown());
        }
        if (!page.message().isEmpty()) {
            below.add("");
            page.message().forEach(text -> below.addAll(WordLines.of(text, screen.width())));
        }
        below.add("");
        below.addAll(WordLines.of(String.join("   ", page.keys()), screen.width()));
        return below;
    }

    private static String shared(Position position) {
        return position.shared().entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue())
                .collect(Collectors.joining("; "));
    }
}

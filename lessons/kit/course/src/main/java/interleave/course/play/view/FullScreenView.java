package interleave.course.play.view;

import interleave.course.play.replay.PlayedStep;
import interleave.course.play.replay.PlayedThread;
import interleave.course.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A whole screen for each step, at most 24 lines long: the threads, and what they share below. */
public record FullScreenView(Screen screen) implements PlayView {
    /** The last line of a terminal stays free for the cursor. */
    private static final int LINES = 23;

    @Override
    public void begin(PlayPage page) {
        // each page is complete
    }

    @Override
    public void show(PlayPage page) {
        List<String> above = new ArrayList<>(WordLines.of("Goal: " + page.goal(), screen.width()));
        above.add("");
        List<String> below = below(page);
        int left = LINES - 1 - above.size() - below.size();
        screen.clear();
        screen.title(page.title(), "step " + page.position().steps().size());
        above.forEach(screen::line);
        threads(page, left).forEach(screen::line);
        below.forEach(screen::line);
    }

    @Override
    public void answer(PlayPage page) {
        show(page);
    }

    @Override
    public void busy(String what) {
        screen.prompt(what);
    }

    @Override
    public String legend() {
        return "> marks the next line of a thread, - the line where it waits. Left and right select a thread, and"
                + " Enter makes its step.";
    }

    private List<String> threads(PlayPage page, int most) {
        List<ThreadPanel> panels = shown(page).stream()
                .map(thread -> new ThreadPanel(page, thread))
                .toList();
        var columns = new ThreadColumns(panels, screen.width());
        return columns.canShow(page.source())
                ? columns.lines(most)
                : new StackedThreads(panels, screen.width()).lines(most);
    }

    /** All threads, or, if there are more than three, those that have not ended. */
    private static List<PlayedThread> shown(PlayPage page) {
        List<PlayedThread> all = page.position().threads();
        List<PlayedThread> living =
                all.stream().filter(thread -> !thread.hasEnded()).toList();
        return all.size() <= ThreadColumns.MOST_THREADS || living.isEmpty() ? all : living;
    }

    private List<String> below(PlayPage page) {
        List<String> below = new ArrayList<>();
        below.add("");
        below.addAll(WordLines.of("Shared:  ", page.sharedFields(), "; ", screen.width()));
        page.position().printed().stream()
                .reduce((first, second) -> second)
                .ifPresent(line -> below.add("Printed: " + line));
        if (!page.position().steps().isEmpty()) {
            PlayedStep last = page.position().steps().getLast();
            below.addAll(WordLines.of(
                    "Last:    ", List.of((last.thread() + " " + last.shown()).split(" ")), " ", screen.width()));
        }
        List<String> message =
                Stream.concat(page.answer().stream(), page.verdict().stream()).toList();
        if (!message.isEmpty()) {
            below.add("");
            message.forEach(text -> below.addAll(WordLines.of(text, screen.width())));
        }
        below.add("");
        below.addAll(WordLines.of("", page.keys(), "   ", screen.width()));
        return below;
    }
}

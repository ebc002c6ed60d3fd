package interleave.course.play.view;

import interleave.course.play.replay.PlayedStep;
import interleave.course.play.replay.PlayedThread;
import interleave.course.play.replay.Position;
import interleave.course.terminal.Screen;
import java.util.List;

/** Line by line, for screen readers and pipes: the source once, then one prompt for each step. */
public record PlainView(Screen screen) implements PlayView {
    @Override
    public void begin(PlayPage page) {
        screen.line();
        screen.line(page.title());
        screen.paragraph(page.source().description());
        screen.paragraph("Goal: " + page.goal());
        screen.line();
        page.source()
                .all()
                .forEach(line -> screen.line(
                        "%3d  %s".formatted(line.number(), line.text()).stripTrailing()));
    }

    @Override
    public void show(PlayPage page) {
        Position position = page.position();
        screen.line();
        if (!position.steps().isEmpty()) {
            PlayedStep last = position.steps().getLast();
            screen.paragraph("Step " + position.steps().size() + ": " + last.thread() + " " + last.shown() + ".");
        }
        page.answer().forEach(screen::paragraph);
        page.verdict().forEach(screen::paragraph);
        for (PlayedThread thread : position.threads()) {
            screen.paragraph(thread.name() + ": "
                    + (thread.hasEnded() || thread.line() == 0 ? "" : "line " + thread.line() + ", ")
                    + new ThreadPanel(page, thread).does() + thread.hasRead() + ".");
        }
        WordLines.of("Shared: ", page.sharedFields(), "; ", screen.width()).forEach(screen::line);
        if (!position.printed().isEmpty()) {
            screen.paragraph("Printed: " + String.join("; ", position.printed()) + ".");
        }
        prompt(page);
    }

    @Override
    public void answer(PlayPage page) {
        screen.line();
        page.answer().forEach(screen::paragraph);
        prompt(page);
    }

    private void prompt(PlayPage page) {
        List<String> prompt = WordLines.of("", page.keys(), ", ", screen.width() - 2);
        screen.prompt(String.join("\n", prompt) + "? ");
    }

    @Override
    public void busy(String what) {
        screen.line(what);
    }

    @Override
    public String legend() {
        return "Type a key, and then Enter. Several digits make several steps.";
    }
}

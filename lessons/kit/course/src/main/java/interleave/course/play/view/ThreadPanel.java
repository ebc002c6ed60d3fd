package interleave.course.play.view;

import interleave.course.play.replay.PlayedThread;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A thread on the screen: its number and name, what it does next, and the method that it executes. */
record ThreadPanel(PlayPage page, PlayedThread thread) {

    /** Such as {@code 1 Anna}; in brackets if the arrow keys have selected it. */
    String title() {
        int number = page.position().threads().indexOf(thread) + 1;
        String title = number + " " + thread.name();
        return page.selected() == number ? "[" + title + "]" : title;
    }

    /** Such as {@code next: reads inside}. */
    String does() {
        return thread.isReady() ? "next: " + thread.does() : thread.does();
    }

    /** At most this many lines around the marked one. */
    List<String> source(int most) {
        List<SourceFile.Line> method = thread.line() > 0
                ? page.source().methodAt(thread.line())
                : page.source().method(thread.name().toLowerCase(Locale.ROOT));
        int marked = IntStream.range(0, method.size())
                .filter(i -> method.get(i).number() == thread.line())
                .findFirst()
                .orElse(0);
        int above = (most - 1) / 3;
        int first = Math.max(0, Math.min(marked - above, method.size() - most));
        return method.stream()
                .skip(first)
                .limit(most)
                .map(line -> mark(line) + line.text())
                .toList();
    }

    private String mark(SourceFile.Line line) {
        if (line.number() != thread.line() || thread.hasEnded()) {
            return "  ";
        }
        return thread.isReady() ? "> " : "- ";
    }
}

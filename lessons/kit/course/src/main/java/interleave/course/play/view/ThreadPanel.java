package interleave.course.play.view;

import interleave.course.play.replay.PlayedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A thread on the screen: its number and name, what it does next, and the method that it executes. */
record ThreadPanel(PlayPage page, PlayedThread thread) {

    private static final String CUT = "...";

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

    /** The thread's next step, and the values it has read in parentheses. A line may end after each of these texts. */
    List<String> doesAndHasRead() {
        List<String> words = new ArrayList<>(List.of(does().split(" ")));
        String lead = "(has read ";
        for (String value : thread.readValues()) {
            words.add(lead + value + ",");
            lead = "";
        }
        if (!thread.read().isEmpty()) {
            words.addLast(words.removeLast().replaceFirst(",$", ")"));
        }
        return words;
    }

    /** The name of the method that it executes, such as {@code buy()}. */
    String method() {
        return lines().stream()
                .findFirst()
                .map(head -> head.text().replaceAll(".*?(\\w+)\\(.*", "$1()"))
                .orElse("");
    }

    private List<SourceFile.Line> lines() {
        return thread.line() > 0
                ? page.source().methodAt(thread.line())
                : page.source().method(thread.name().toLowerCase(Locale.ROOT));
    }

    /**
     * At most this many lines around the marked one, and {@code ...} where the method continues above or below.
     *
     * @param width the number of characters that a line may have
     */
    List<String> source(int most, int width) {
        List<SourceFile.Line> method = lines();
        int marked = IntStream.range(0, method.size())
                .filter(i -> method.get(i).number() == thread.line())
                .findFirst()
                .orElse(0);
        int above = (most - 1) / 3;
        int first = Math.max(0, Math.min(marked - above, method.size() - most));
        List<String> shown = new ArrayList<>(method.stream()
                .skip(first)
                .limit(most)
                .map(line -> mark(line) + line.text())
                .toList());
        if (first > 0 && !shown.isEmpty()) {
            shown.addFirst(shown.removeFirst().replaceFirst(" {4}(?=\\S)", CUT + " "));
        }
        if (first + most < method.size() && !shown.isEmpty()) {
            String last = shown.removeLast() + " " + CUT;
            shown.addLast(last.length() <= width ? last : "  " + CUT);
        }
        return shown;
    }

    private String mark(SourceFile.Line line) {
        if (line.number() != thread.line() || thread.hasEnded()) {
            return "  ";
        }
        return thread.isReady() ? "> " : "- ";
    }
}

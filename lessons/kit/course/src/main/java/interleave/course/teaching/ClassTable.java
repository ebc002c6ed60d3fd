package interleave.course.teaching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import interleave.course.teaching.ClaimCounts.ClaimCount;
import interleave.course.terminal.Screen;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a class on a terminal: a line for each student, and the most common mistakes. */
record ClassTable(ClassReport report, Screen screen) {
    /** The width of the columns after the name. */
    private static final int NUMBERS = 56;

    private static final int WORST = 5;

    void print() {
        int nameWidth = Math.max(8, Math.min(screen.width(), Screen.DEFAULT_WIDTH) - NUMBERS);
        for (List<String> row : report.rows()) {
            screen.line(String.format(
                            Locale.ROOT,
                            "%-" + nameWidth + "s%8s%9s%7s%8s%12s%12s",
                            shortened(row.getFirst(), nameWidth),
                            row.get(1),
                            row.get(2),
                            row.get(3),
                            row.get(4),
                            row.get(5),
                            row.get(6))
                    .stripTrailing());
        }
        printLevels();
        printWorstClaims();
        printWorstQuestions();
        if (!report.results().notes().isEmpty()) {
            screen.line();
            report.results().notes().forEach(note -> screen.item("Note: ", note));
        }
    }

    private String shortened(String name, int width) {
        String mark = screen.unicode() ? "\u2026" : "~";
        return name.length() < width ? name : name.substring(0, width - 2) + mark;
    }

    private void printLevels() {
        Map<String, List<LevelCount>> lessons = report.levels().stream()
                .filter(level -> level.won() > 0)
                .collect(groupingBy(count -> count.level().lesson(), LinkedHashMap::new, toList()));
        if (!lessons.isEmpty()) {
            screen.line();
            screen.title("Levels, with the number of students who have won them");
            lessons.forEach((lesson, counts) -> screen.item(
                    lesson + ": ",
                    counts.stream()
                            .map(count -> count.level().simpleName() + " " + count.won())
                            .collect(joining(", "))));
        }
    }

    private void printWorstClaims() {
        List<ClaimCount> worst = report.claims().stream()
                .flatMap(exercise -> exercise.claims().stream())
                .filter(claim -> claim.failed() > 0)
                .sorted(Comparator.comparingInt(ClaimCount::failed).reversed())
                .limit(WORST)
                .toList();
        if (!worst.isEmpty()) {
            screen.line();
            screen.title("Failed claims, the most common first");
            worst.forEach(claim -> screen.item(
                    "%3d of %-3d ".formatted(claim.failed(), claim.failed() + claim.passed()),
                    claim.exercise() + ": " + claim.claim() + " Such as: " + claim.example()));
        }
    }

    private void printWorstQuestions() {
        List<QuestionCount> worst = report.questions().stream()
                .filter(question -> question.wrong() > 0)
                .sorted(Comparator.comparingInt(QuestionCount::wrong).reversed())
                .limit(WORST)
                .toList();
        if (!worst.isEmpty()) {
            screen.line();
            screen.title("Questions answered wrongly at first, the most common first");
            worst.forEach(question -> screen.item(
                    "%3d of %-3d ".formatted(question.wrong(), question.answered()),
                    question.lesson() + ": " + question.question() + " Most often: "
                            + question.commonestMistake().orElseThrow()));
        }
    }
}

package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.practice.Exercises;
import interleave.practice.exercises.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The results of a class, counted by student, by claim, by question and by level. */
record ClassReport(
        ClassResults results, List<ClaimCounts> claims, List<QuestionCount> questions, List<LevelCount> levels) {

    static ClassReport of(ClassResults results, Course course) {
        List<String> exercises =
                new Exercises(course).all().stream().map(Exercise::className).toList();
        return new ClassReport(
                results,
                ClaimCounts.of(results.students(), exercises),
                QuestionCount.of(results.students(), course.lessons()),
                LevelCount.of(results.students(), course));
    }

    /** The heads of the columns, and the cells of each student. */
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "solved", "started", "hints", "levels", "quiz", "benchmarks"));
        for (StudentProgress student : results.students()) {
            Map<Boolean, Long> answers = student.answersByRight();
            long right = answers.getOrDefault(true, 0L);
            long all = right + answers.getOrDefault(false, 0L);
            rows.add(List.of(
                    student.name(),
                    String.valueOf(student.done()),
                    String.valueOf(student.started()),
                    String.valueOf(student.hints()),
                    String.valueOf(won(student)),
                    all == 0 ? "" : right + " of " + all,
                    benchmarks(student.name())));
        }
        results.onlyBenchmarks().forEach(name -> rows.add(List.of(name, "", "", "", "", "", benchmarks(name))));
        return rows;
    }

    /** Only the levels of this version of the course count. */
    private long won(StudentProgress student) {
        return levels.stream()
                .filter(level -> student.levels().contains(level.level().className()))
                .count();
    }

    /** The number of rows; empty if there are none, because few students run benchmarks. */
    private String benchmarks(String name) {
        int rows = results.rowsOf(name);
        return rows == 0 ? "" : String.valueOf(rows);
    }
}

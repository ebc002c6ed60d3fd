package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.practice.Exercises;
import interleave.practice.exercises.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The results of a class, counted by student, by claim and by question. */
record ClassReport(ClassResults results, List<ClaimCounts> claims, List<QuestionCount> questions) {

    static ClassReport of(ClassResults results, Course course) {
        List<String> exercises =
                new Exercises(course).all().stream().map(Exercise::className).toList();
        return new ClassReport(
                results,
                ClaimCounts.of(results.students(), exercises),
                QuestionCount.of(results.students(), course.lessons()));
    }

    /** The heads of the columns, and the cells of each student. */
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "solved", "started", "hints", "quiz", "benchmarks"));
        for (StudentProgress student : results.students()) {
            Map<Boolean, Long> answers = student.answersByRight();
            long right = answers.getOrDefault(true, 0L);
            long all = right + answers.getOrDefault(false, 0L);
            rows.add(List.of(
                    student.name(),
                    shown(student.done()),
                    shown(student.started()),
                    shown(student.hints()),
                    all == 0 ? "" : right + " of " + all,
                    shown(results.rowsOf(student.name()))));
        }
        results.onlyBenchmarks().forEach(name -> rows.add(List.of(name, "", "", "", "", shown(results.rowsOf(name)))));
        return rows;
    }

    private static String shown(long count) {
        return count == 0 ? "" : String.valueOf(count);
    }
}

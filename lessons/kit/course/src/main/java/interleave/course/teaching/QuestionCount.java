package interleave.course.teaching;

import interleave.course.lessons.Lesson;
import interleave.course.lessons.Question;
import interleave.course.teaching.StudentProgress.FirstAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How the class answered a quiz question at the first attempt.
 *
 * @param lesson the name of the lesson
 * @param commonestMistake the wrong answer given most often
 * @param mistaken the number of students who gave it
 */
record QuestionCount(
        String lesson, String question, int right, int answered, Optional<String> commonestMistake, int mistaken) {

    /** Counts the answers to each question that was answered, in the order of the lessons. */
    static List<QuestionCount> of(List<StudentProgress> students, List<Lesson> lessons) {
        return lessons.stream()
                .flatMap(lesson ->
                        questions(students, lesson).stream().map(question -> of(students, lesson.name(), question)))
                .filter(count -> count.answered > 0)
                .toList();
    }

    int wrong() {
        return answered - right;
    }

    /** The questions of this version of the course, and then those of other versions. */
    private static List<String> questions(List<StudentProgress> students, Lesson lesson) {
        var questions =
                new ArrayList<>(lesson.quiz().stream().map(Question::ask).toList());
        var others = new TreeSet<String>();
        students.forEach(student -> others.addAll(
                student.answers().getOrDefault(lesson.name(), Map.of()).keySet()));
        questions.forEach(others::remove);
        questions.addAll(others);
        return questions;
    }

    private static QuestionCount of(List<StudentProgress> students, String lesson, String question) {
        List<FirstAnswer> answers = students.stream()
                .flatMap(student ->
                        Optional.ofNullable(
                                student.answers().getOrDefault(lesson, Map.of()).get(question))
                                .stream())
                .toList();
        List<String> wrong = answers.stream()
                .filter(answer -> !answer.right())
                .map(FirstAnswer::answer)
                .toList();
        String commonest = ClaimCounts.commonest(wrong);
        return new QuestionCount(
                lesson,
                question,
                answers.size() - wrong.size(),
                answers.size(),
                wrong.isEmpty() ? Optional.empty() : Optional.of(commonest),
                (int) wrong.stream().filter(commonest::equals).count());
    }
}

package interleave.course.lessons;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The exam: questions about all lessons, none of which is in a quiz.
 *
 * @param questions in the order of the lessons
 */
public record Exam(List<ExamQuestion> questions) {
    static final String FILE = "lessons/exam.yaml";

    private static final List<String> KEYS =
            Stream.concat(Stream.of("lesson"), QuizFile.KEYS.stream()).toList();

    /** A question and the lesson that it is about. */
    public record ExamQuestion(Lesson lesson, Question question) {}

    /**
     * Reads the questions.
     *
     * @throws CourseException when the file is missing or invalid
     */
    public static Exam of(Course course) {
        Path file = course.home().resolve(FILE);
        if (!Files.exists(file)) {
            throw new CourseException(
                    "This edition of the course has no exam.",
                    "Teachers find it in the complete course, in " + FILE + ".");
        }
        YamlMap yaml = LessonFile.compose(file);
        yaml.allowOnly(List.of("questions"));
        return new Exam(yaml.optionalMaps("questions").stream()
                .map(question -> question(course, question))
                .toList());
    }

    private static ExamQuestion question(Course course, YamlMap question) {
        question.allowOnly(KEYS);
        Lesson lesson = course.find(question.text("lesson"));
        return new ExamQuestion(lesson, QuizFile.question(question, lesson.packageName()));
    }
}

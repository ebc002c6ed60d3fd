package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a student asks for around an exercise, without watching it. */
final class PracticeCommands {
    private PracticeCommands() {}

    /** A command about the exercises of one lesson. */
    abstract static class AboutALesson implements Callable<Integer> {
        @Parameters(
                arity = "0..1",
                paramLabel = "LESSON",
                completionCandidates = Main.LessonNames.class,
                description = "A lesson's name or number, or an exercise's name; default: where you are.")
        private @Nullable String asked;

        final Screen screen = Main.screenOfTheTerminal();

        @Override
        public Integer call() throws IOException, InterruptedException {
            var exercises = new Exercises(Course.at(Main.home()));
            Desk desk = PracticeFolder.desk();
            List<Exercise> meant = asked == null ? exercises.all() : exercises.meant(asked);
            Exercise exercise = Practice.next(meant, desk).orElseGet(meant::getFirst);
            return about(exercise, desk) ? Main.DONE : Main.FAILED;
        }

        /** Returns whether it could be done. */
        abstract boolean about(Exercise exercise, Desk desk) throws IOException, InterruptedException;
    }

    /** {@code lesson hint}. */
    @Command(
            name = "hint",
            mixinStandardHelpOptions = true,
            description = "Gives the next hint for a lesson's practice.")
    static final class Hint extends AboutALesson {
        @Override
        boolean about(Exercise exercise, Desk desk) throws IOException {
            new HintPage(screen, desk).showNext(exercise);
            return true;
        }
    }

    /** {@code lesson solution}. */
    @Command(
            name = "solution",
            mixinStandardHelpOptions = true,
            description = "Shows a solution, when yours is right or all hints are taken.")
    static final class Solution extends AboutALesson {
        @Override
        boolean about(Exercise exercise, Desk desk) throws IOException {
            return new SolutionPage(screen, desk).show(exercise);
        }
    }

    /** {@code lesson reset}. */
    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Begins a lesson's practice anew; your file is kept beside the new one.")
    static final class Reset extends AboutALesson {
        @Override
        boolean about(Exercise exercise, Desk desk) throws IOException {
            screen.line(new FreshStart(desk).of(exercise));
            return true;
        }
    }

    /** {@code lesson quiz}: from whatever the answers come, keys or a file. */
    @Command(name = "quiz", mixinStandardHelpOptions = true, description = "Asks a few questions about a lesson.")
    static final class QuizCommand implements Callable<Integer> {
        @Parameters(
                arity = "0..1",
                paramLabel = "LESSON",
                completionCandidates = Main.LessonNames.class,
                description = "A lesson's name or number.")
        private @Nullable String lesson;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (lesson == null) {
                throw new CourseException("Questions about which lesson?", "Name it, such as: ./lesson quiz greet");
            }
            Lesson found = Course.at(Main.home()).find(lesson);
            var quiz = new Quiz(found, Main.screenOfTheTerminal(), PracticeFolder.desk(), QuizCommand::key);
            return quiz.run() ? Main.DONE : Main.FAILED;
        }

        private static char key() throws IOException {
            int key = System.in.read();
            return key < 0 ? Keys.END : (char) key;
        }
    }

    /** {@code lesson progress}. */
    @Command(name = "progress", mixinStandardHelpOptions = true, description = "Says which exercises are done.")
    static final class ProgressCommand implements Callable<Integer> {
        @Option(names = "--json", description = "As JSON, for a class: no names in it.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            List<Exercise> all = new Exercises(Course.at(Main.home())).all();
            Screen screen = Main.screenOfTheTerminal();
            Desk desk = PracticeFolder.desk();
            if (json) {
                screen.line(desk.progress().json(all));
            } else {
                new ProgressPage(screen, desk).show(all);
            }
            return Main.DONE;
        }
    }
}

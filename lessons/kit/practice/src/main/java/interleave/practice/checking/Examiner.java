package interleave.practice.checking;

import interleave.practice.Check;
import interleave.practice.Run;
import interleave.practice.compiling.AnswerInspection;
import interleave.practice.compiling.CompileError;
import interleave.practice.compiling.CompiledClassLoader;
import interleave.practice.compiling.CompiledClasses;
import interleave.practice.compiling.ExerciseJar;
import interleave.practice.compiling.InMemoryCompiler;
import interleave.practice.compiling.InMemoryCompiler.Compilation;
import interleave.practice.compiling.InMemoryCompiler.Source;
import interleave.practice.compiling.MemberReferences;
import interleave.practice.compiling.StudentFile;
import interleave.practice.judging.AnswerLines;
import interleave.practice.judging.CheckFailure;
import interleave.practice.judging.Explanation;
import interleave.practice.judging.RaceSearch;
import interleave.practice.judging.Robustness;
import interleave.practice.judging.Verdict;
import interleave.practice.judging.VirtualTimeExam;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.ThrowingRunnable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles a student's file together with its check, runs the check in this JVM, and returns the verdict. */
final class Examiner implements AutoCloseable {
    private final InMemoryCompiler compiler = new InMemoryCompiler();
    /** The runs of solutions, by {@link #keyOf}. */
    private final Map<String, List<Run>> expected = new LinkedHashMap<>();

    private final UncaughtExceptions uncaught;
    private final ErrorOutput err;

    /** The check, compiled together with the student's class. */
    private record Subject(Check check, List<String> remarks, CompiledClasses classes) {

        ClassLoader loader() {
            return check.getClass().getClassLoader();
        }
    }

    /** Takes remarks from the two collectors after each check. */
    Examiner(UncaughtExceptions uncaught, ErrorOutput err) {
        this.uncaught = uncaught;
        this.err = err;
    }

    CheckResponse examine(CheckRequest request) throws IOException {
        var exam = new VirtualTimeExam();
        var remarks = new ArrayList<String>();
        Optional<CheckFailure> failure = failure(request, exam, remarks);
        Verdict verdict = failure.map(reason -> refused(reason, exam, request))
                .orElseGet(() -> new Verdict(true, exam.right(), "", "", List.of(), "", "", List.of()));
        return new CheckResponse(
                verdict.with(remarks.stream()
                        .filter(remark -> verdict.passed() || !remark.startsWith(verdict.problem()))
                        .toList()),
                failure.filter(CheckFailure::stillRunning).isPresent());
    }

    /** The first problem of the student's code. Adds remarks on the code, and on what it did during the check. */
    private Optional<CheckFailure> failure(CheckRequest request, VirtualTimeExam exam, List<String> remarks)
            throws IOException {
        try {
            String code = StudentFile.read(Path.of(request.file()));
            Subject subject = compile(request, code);
            remarks.addAll(subject.remarks);
            if (subject.classes.keepExecutor()) {
                exam.keepsExecutors();
                exam.beforeEachRun(() -> subject.classes.renewExecutors(subject.loader()));
            }
            Optional<CheckFailure> failure = firstFailure(() -> {
                subject.check.check(exam);
                exam.requireThatNoThreadFailed();
            });
            remarks.addAll(sleepsOnTheLoop(exam.runs()));
            remarks.addAll(uncaught.drain());
            remarks.addAll(err.drain());
            var answer = new AnswerLines(subject.classes.types(), code.lines().toList());
            return failure.or(() -> firstFailure(() -> requireRobustness(request, subject.check, exam, answer)));
        } catch (CheckFailure doesNotCompile) {
            return Optional.of(doesNotCompile);
        } finally {
            uncaught.drain();
            err.drain();
        }
    }

    private static List<String> sleepsOnTheLoop(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.incidents().sleepOnTheLoop().stream())
                .distinct()
                .map(place -> "Thread.sleep (" + place + ") blocks the loop's only thread. Use loop.sleep.")
                .toList();
    }

    private void requireRobustness(CheckRequest request, Check check, VirtualTimeExam exam, AnswerLines answer)
            throws Exception {
        Robustness.requireNoRepeatedLines(exam.runs(), expected(request));
        RaceSearch.requireNone(exam.codes(), answer);
        Robustness.requireOtherSchedules(check, exam);
    }

    private static Optional<CheckFailure> firstFailure(ThrowingRunnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (CheckFailure reason) {
            return Optional.of(reason);
        } catch (Throwable outsideOfARun) {
            return Optional.of(new CheckFailure(Explanation.of(outsideOfARun), Optional.empty(), false));
        }
    }

    private Verdict refused(CheckFailure reason, VirtualTimeExam exam, CheckRequest request) {
        Explanation why = reason.explanation();
        String picture = reason.run()
                .filter(run -> !run.timeline().duration().isZero()) // or there would be nothing to see
                .map(run -> picture(run, request))
                .orElse("");
        return new Verdict(
                false, exam.right(), exam.failed(), why.problem(), why.shown(), why.advice(), picture, List.of());
    }

    /** Runs the solution, so that every class that a check needs is loaded before the student saves. */
    void warmUp(CheckRequest request) {
        expected(request);
        RaceSearch.warmUp();
        uncaught.drain();
        err.drain();
    }

    /** With the source code of the check or, in an edition without it, with its classes. */
    private Subject compile(CheckRequest request, String code) throws IOException {
        var sources = new ArrayList<>(List.of(new Source(request.simpleName() + ".java", code)));
        Path check = Path.of(request.check());
        boolean hasSource = Files.exists(check);
        if (hasSource) {
            sources.add(
                    new Source(request.simpleName() + "Check.java", Files.readString(check, StandardCharsets.UTF_8)));
        }
        var inspection = new AnswerInspection(request.packageName(), request.simpleName());
        Compilation compiled = compiler.compile(sources, request.sourceFolder(), inspection);
        refuseErrors(compiled.errors(), code, request);
        var classes = new CompiledClasses(request.className(), compiled.classes());
        return hasSource
                ? new Subject(newCheck(classes, request), inspection.remarks(), classes)
                : withCompiledCheck(classes, inspection.remarks(), request);
    }

    private static Subject withCompiledCheck(CompiledClasses answer, List<String> remarks, CheckRequest request)
            throws IOException {
        CompiledClasses handedOut = handedOut(request);
        CompiledClasses both = answer.with(handedOut.ofTheCheck());
        var subject = new Subject(newCheck(both, request), remarks, both);
        new MemberReferences(handedOut.ofTheCheck(), answer.code().keySet())
                .firstMissing(subject.loader())
                .ifPresent(member -> {
                    throw new CheckFailure(missing("cannot find " + member), Optional.empty(), false);
                });
        return subject;
    }

    private static CompiledClasses handedOut(CheckRequest request) throws IOException {
        return new CompiledClasses(request.className(), new ExerciseJar(Path.of(request.classes())).read());
    }

    /**
     * Errors in the student's file come first, and then errors in other files that it uses. If there are none, an error
     * in the check means that the student's class lacks a member that the check uses.
     */
    private static void refuseErrors(
            List<Diagnostic<? extends JavaFileObject>> errors, String code, CheckRequest request) throws IOException {
        String fileName = request.simpleName() + ".java";
        refuse(errorsIn(fileName, errors), code, fileName);
        for (var error : errors) {
            String other = fileOf(error);
            if (!other.isEmpty() && !other.equals(request.simpleName() + "Check.java")) {
                String otherCode = error.getSource().getCharContent(true).toString();
                refuse(errorsIn(other, errors), otherCode, other);
            }
        }
        if (!errors.isEmpty()) {
            String said = new CompileError(errors.getFirst(), "").said();
            throw new CheckFailure(missing(said), Optional.empty(), false);
        }
    }

    private static void refuse(List<Diagnostic<? extends JavaFileObject>> errors, String code, String fileName) {
        if (!errors.isEmpty()) {
            throw new CheckFailure(CompileError.explain(errors, code, fileName), Optional.empty(), false);
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> errorsIn(
            String fileName, List<Diagnostic<? extends JavaFileObject>> errors) {
        var found = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        errors.stream().filter(error -> fileOf(error).equals(fileName)).forEach(found::add);
        return found;
    }

    /** The name of the file without folders; empty for an error without a file. */
    private static String fileOf(Diagnostic<? extends JavaFileObject> error) {
        return error.getSource() == null
                ? ""
                : error.getSource().getName().replace('\\', '/').replaceFirst(".*/", "");
    }

    /** The check calls something that the student has renamed or changed. */
    private static Explanation missing(String said) {
        return new Explanation(
                "Your file compiles, but the check cannot call it: " + said + ".",
                List.of(),
                "Keep the names, parameters and types of the skeleton. You may add methods of your own.");
    }

    private static Check newCheck(CompiledClasses classes, CheckRequest request) {
        try {
            var loader = new CompiledClassLoader(request.packageName(), classes.rewritten());
            return (Check) loader.loadClass(request.className() + "Check")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(request.check() + " is not a Check: " + broken, broken);
        }
    }

    /** The timelines of the student's run and of the same run of the solution. */
    private String picture(Run run, CheckRequest request) {
        var both = new ArrayList<Timeline>();
        both.add(withUniqueNames(run.timeline()));
        List<Run> solution = expected(request);
        if (run.number() < solution.size()) {
            Timeline same = solution.get(run.number()).timeline();
            both.add(withUniqueNames(new Timeline("Expected", same.duration(), same.ending(), same.lanes())));
        }
        PictureStyle style = request.style();
        return TextTimeline.render(both, style.width(), style.glyphs(), style.colour());
    }

    /** A task may have the name of a thread. */
    private static Timeline withUniqueNames(Timeline timeline) {
        List<String> threads = timeline.lanes().stream()
                .filter(lane -> lane.kind() != LaneKind.LOOP_TASK)
                .map(Lane::name)
                .toList();
        return new Timeline(
                timeline.version(),
                timeline.duration(),
                timeline.ending(),
                timeline.lanes().stream()
                        .map(lane -> lane.kind() == LaneKind.LOOP_TASK && threads.contains(lane.name())
                                ? new Lane(
                                        lane.name() + " (task)",
                                        lane.kind(),
                                        lane.start(),
                                        lane.end(),
                                        lane.outlives(),
                                        lane.spans(),
                                        lane.marks())
                                : lane)
                        .toList());
    }

    private List<Run> expected(CheckRequest request) {
        try {
            String key = keyOf(request);
            List<Run> known = expected.get(key);
            if (known == null) {
                var exam = new VirtualTimeExam();
                solution(request).check.check(exam);
                known = exam.runs();
                expected.put(key, known);
            }
            return known;
        } catch (Exception broken) { // a test proves that solutions pass; without one, only the student's run is drawn
            return List.of();
        }
    }

    /** Solution and check, or the path of their classes, which do not change. */
    private static String keyOf(CheckRequest request) throws IOException {
        return Files.exists(Path.of(request.solution()))
                ? Files.readString(Path.of(request.solution()), StandardCharsets.UTF_8)
                        + Files.readString(Path.of(request.check()), StandardCharsets.UTF_8)
                : request.classes();
    }

    private Subject solution(CheckRequest request) throws IOException {
        Path source = Path.of(request.solution());
        if (Files.exists(source)) {
            return compile(request, Files.readString(source, StandardCharsets.UTF_8));
        }
        CompiledClasses classes = handedOut(request);
        return new Subject(newCheck(classes, request), List.of(), classes);
    }

    @Override
    public void close() throws IOException {
        compiler.close();
    }
}

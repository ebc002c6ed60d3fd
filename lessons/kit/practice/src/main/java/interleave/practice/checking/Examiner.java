package interleave.practice.checking;

import interleave.practice.Check;
import interleave.practice.Run;
import interleave.practice.compiling.CompileError;
import interleave.practice.compiling.CompiledClassLoader;
import interleave.practice.compiling.InMemoryCompiler;
import interleave.practice.compiling.InMemoryCompiler.Compilation;
import interleave.practice.compiling.InMemoryCompiler.Source;
import interleave.practice.compiling.SourceInspector;
import interleave.practice.compiling.StudentFile;
import interleave.practice.judging.CheckFailure;
import interleave.practice.judging.Explanation;
import interleave.practice.judging.Verdict;
import interleave.practice.judging.VirtualTimeExam;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import interleave.recorder.text.TextTimeline;
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

/** Examines students' files, in this JVM: compiles, runs the check, and says what it found. */
final class Examiner implements AutoCloseable {
    private final InMemoryCompiler compiler = new InMemoryCompiler();
    /** What solutions do, by their text and that of the check. */
    private final Map<String, List<Timeline>> wanted = new LinkedHashMap<>();

    private final UncaughtExceptions lost;
    private final ErrorOutput err;

    /** A class that compiles, and the check that was compiled with it. */
    private record Subject(Check check, List<String> remarks) {}

    /** Is told by these what a student's code loses, and prints to the side. */
    Examiner(UncaughtExceptions lost, ErrorOutput err) {
        this.lost = lost;
        this.err = err;
    }

    CheckResponse examine(CheckRequest request) throws IOException {
        CheckResponse response = verdict(request);
        Verdict verdict = response.verdict();
        var remarks = new ArrayList<>(verdict.remarks());
        remarks.addAll(lost.drain());
        remarks.addAll(err.drain());
        return new CheckResponse(verdict.with(remarks), response.stillRunning());
    }

    private CheckResponse verdict(CheckRequest request) throws IOException {
        var exam = new VirtualTimeExam();
        var remarks = new ArrayList<String>();
        try {
            Subject subject = compile(request, StudentFile.read(Path.of(request.file())));
            remarks.addAll(subject.remarks);
            subject.check.check(exam);
            return new CheckResponse(new Verdict(true, exam.right(), "", List.of(), "", "", remarks), false);
        } catch (CheckFailure reason) {
            Explanation why = reason.explanation();
            String picture = reason.run().map(run -> picture(run, request)).orElse("");
            return new CheckResponse(
                    new Verdict(false, exam.right(), why.problem(), why.shown(), why.advice(), picture, remarks),
                    reason.stillRunning());
        } catch (Throwable outsideOfARun) {
            Explanation why = Explanation.of(outsideOfARun);
            return new CheckResponse(
                    new Verdict(false, exam.right(), why.problem(), why.shown(), why.advice(), "", remarks), false);
        }
    }

    /** Runs the solution, so that all that a check needs is loaded, compiled and warm when the student saves. */
    void warmUp(CheckRequest request) {
        wanted(request);
        lost.drain();
        err.drain();
    }

    private Subject compile(CheckRequest request, String code) throws IOException {
        String checkCode = Files.readString(Path.of(request.check()), StandardCharsets.UTF_8);
        var remarks = new ArrayList<String>();
        String fileName = request.simpleName() + ".java";
        Compilation both = compiler.compile(
                List.of(new Source(fileName, code), new Source(request.simpleName() + "Check.java", checkCode)),
                (units, positions) -> {
                    SourceInspector.requireNames(units.getFirst(), request.packageName(), request.simpleName());
                    remarks.addAll(SourceInspector.remarks(units.getFirst(), positions));
                });
        refuseErrors(both.errors(), code, fileName);
        return new Subject(newCheck(both, request), remarks);
    }

    /** Mistakes in the student's file come first; those in the check are what it misses there. */
    private static void refuseErrors(List<Diagnostic<? extends JavaFileObject>> errors, String code, String fileName) {
        var ofTheStudent = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        errors.stream()
                .filter(error ->
                        error.getSource() != null && error.getSource().getName().endsWith("/" + fileName))
                .forEach(ofTheStudent::add);
        if (!ofTheStudent.isEmpty()) {
            throw new CheckFailure(CompileError.explain(ofTheStudent, code, fileName), Optional.empty(), false);
        }
        if (!errors.isEmpty()) {
            throw new CheckFailure(missing(errors.getFirst()), Optional.empty(), false);
        }
    }

    /** The check calls something that the student has renamed or changed. */
    private static Explanation missing(Diagnostic<? extends JavaFileObject> error) {
        String said = new CompileError(error, "").said();
        return new Explanation(
                "Your file compiles, but the check cannot call it: " + said + ".",
                List.of(),
                "Keep the names, parameters and types that the skeleton had; add methods of your own as you like.");
    }

    private static Check newCheck(Compilation compiled, CheckRequest request) {
        try {
            var loader = new CompiledClassLoader(compiled.classes());
            return (Check) loader.loadClass(request.className() + "Check")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(request.check() + " is no check: " + broken, broken);
        }
    }

    /** The student's run beside the wanted one, when the solution has come that far. */
    private String picture(Run run, CheckRequest request) {
        var both = new ArrayList<Timeline>();
        both.add(told(run.timeline()));
        List<Timeline> good = wanted(request);
        if (run.number() < good.size()) {
            Timeline beside = good.get(run.number());
            both.add(told(new Timeline("Wanted", beside.duration(), beside.ending(), beside.lanes())));
        }
        PictureStyle style = request.style();
        return TextTimeline.render(both, style.width(), style.glyphs(), style.colour());
    }

    /** With lanes that can be told apart: a task may have the name of a thread. */
    private static Timeline told(Timeline timeline) {
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

    private List<Timeline> wanted(CheckRequest request) {
        try {
            String solution = Files.readString(Path.of(request.solution()), StandardCharsets.UTF_8);
            String check = Files.readString(Path.of(request.check()), StandardCharsets.UTF_8);
            List<Timeline> known = wanted.get(solution + check);
            if (known == null) {
                var exam = new VirtualTimeExam();
                compile(request, solution).check.check(exam);
                known = exam.runs().stream().map(Run::timeline).toList();
                wanted.put(solution + check, known);
            }
            return known;
        } catch (Exception broken) { // the build proves that solutions pass; without one there is no picture beside
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        compiler.close();
    }
}

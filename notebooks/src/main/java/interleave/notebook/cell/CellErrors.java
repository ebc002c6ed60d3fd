package interleave.notebook.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Creates the error messages of cells: what is wrong, and in which line. */
final class CellErrors {
    private static final int MAX_FRAMES = 3;
    private static final String COMPILE = "CompileError";

    private final JShell shell;

    CellErrors(JShell shell) {
        this.shell = shell;
    }

    /**
     * A snippet and its position.
     *
     * @param line the number of its first line in the cell, from 1
     */
    record Located(Snippet snippet, int line, String cell) {
        private String textOf(int lineOfCell) {
            List<String> lines = cell.lines().toList();
            return lineOfCell <= lines.size() ? lines.get(lineOfCell - 1) : "";
        }
    }

    static CellFailed incomplete(int line) {
        return new CellFailed(
                COMPILE,
                List.of(
                        "line " + line + ": the code is incomplete",
                        "Check that every bracket, quotation mark and comment is closed."));
    }

    static CellFailed stopped() {
        return new CellFailed("Interrupted", List.of("The cell was stopped."));
    }

    static CellFailed exited(int status) {
        return new CellFailed(
                "Exited",
                List.of(
                        ExitGuard.message(status),
                        "The kernel still runs, and all variables are kept. To end it, choose Kernel, Shut Down."));
    }

    static CellFailed abandoned() {
        return new CellFailed(
                "Interrupted",
                List.of(
                        "The cell does not react to the interrupt, and was abandoned.",
                        "You can run other cells. To end this one, choose Kernel, Restart."));
    }

    /** The errors of the compiler. */
    CellFailed rejected(Located at) {
        List<Diag> errors =
                shell.diagnostics(at.snippet()).filter(Diag::isError).toList();
        var lines = new ArrayList<String>();
        errors.stream().findFirst().ifPresent(first -> lines.addAll(described(first, at)));
        if (errors.size() > 1) {
            lines.add("... and " + (errors.size() - 1) + " more");
        }
        return new CellFailed(COMPILE, lines.isEmpty() ? List.of("line " + at.line() + ": not Java") : lines);
    }

    private static List<String> described(Diag error, Located at) {
        String source = at.snippet().source();
        int from = Math.clamp(error.getStartPosition(), 0, source.length());
        int to = Math.clamp(error.getEndPosition(), from, source.length());
        int begin = source.lastIndexOf('\n', from - 1) + 1;
        int end = source.indexOf('\n', from) < 0 ? source.length() : source.indexOf('\n', from);
        int first = source.length() - source.stripLeading().length();
        int line = at.line() + CellRunner.lineOf(source, from) - CellRunner.lineOf(source, first);
        return List.of(
                "line " + line + ": " + message(error),
                "    " + source.substring(begin, end),
                "    " + " ".repeat(from - begin) + "^".repeat(Math.max(1, Math.min(to, end) - from)));
    }

    /** The first line of javac's message, and the symbol that it did not find. */
    private static String message(Diag error) {
        List<String> lines =
                error.getMessage(Locale.ENGLISH).lines().map(String::strip).toList();
        Optional<String> symbol =
                lines.stream().filter(line -> line.startsWith("symbol:")).findFirst();
        return lines.getFirst()
                + symbol.map(name -> ": " + name.substring("symbol:".length()).strip())
                        .orElse("");
    }

    /** For a declaration that refers to a name that is not declared. */
    CellFailed missing(DeclarationSnippet declaration, Located at) {
        return new CellFailed(
                COMPILE,
                List.of(
                        "line " + at.line() + ": " + unresolved(declaration),
                        "If another cell declares it, run that cell first."));
    }

    private String unresolved(DeclarationSnippet declaration) {
        String names = shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? shell.diagnostics(declaration)
                        .findFirst()
                        .map(CellErrors::message)
                        .orElse("cannot be compiled")
                : declaration.name() + " refers to names that are not declared: " + names;
    }

    /**
     * For an exception of a cell.
     *
     * @param before the snippets before it in the cell
     */
    CellFailed thrown(JShellException thrown, Located at, List<Located> before) {
        if (thrown instanceof EvalException exception) {
            return new CellFailed(
                    simpleName(exception),
                    explained(
                            exception,
                            Stream.concat(before.stream(), Stream.of(at)).toList()));
        }
        DeclarationSnippet caller =
                thrown instanceof UnresolvedReferenceException unresolved ? unresolved.getSnippet() : null;
        return new CellFailed(
                COMPILE,
                caller == null
                        ? List.of(String.valueOf(thrown.getMessage()))
                        : List.of("line " + at.line() + ": " + unresolved(caller)));
    }

    private List<String> explained(EvalException exception, List<Located> cell) {
        var lines = new ArrayList<String>();
        lines.add(summary(exception));
        EvalException root = exception;
        while (root.getCause() instanceof EvalException cause) {
            root = cause;
        }
        if (root != exception) {
            lines.add("caused by " + summary(root));
        }
        List<String> frames = frames(root, cell);
        lines.addAll(frames.isEmpty() ? frames(exception, cell) : frames);
        return lines;
    }

    private static String summary(EvalException exception) {
        String message = exception.getMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return simpleName(exception) + (first.isEmpty() ? "" : ": " + first);
    }

    private static String simpleName(EvalException exception) {
        String name = exception.getExceptionClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** The frames in cells and in lessons. Frames in the JDK and in the tools do not help a student. */
    private List<String> frames(EvalException exception, List<Located> cell) {
        var frames = new ArrayList<String>();
        for (StackTraceElement frame : exception.getStackTrace()) {
            String file = String.valueOf(frame.getFileName());
            String place = "";
            if (file.startsWith("#")) {
                place = cell.stream()
                        .filter(at -> file.equals("#" + at.snippet().id()))
                        .findFirst()
                        .map(at -> frameInThisCell(at, frame))
                        .orElseGet(() -> frameInOtherCell(frame));
            } else if (frame.getModuleName() == null && !frame.getClassName().startsWith("interleave.")) {
                place = "at " + frame.getClassName() + " (" + file + ":" + frame.getLineNumber() + ")";
            }
            if (!place.isEmpty() && !frames.contains(place) && frames.size() < MAX_FRAMES) {
                frames.add(place);
            }
        }
        return frames;
    }

    private static String frameInThisCell(Located at, StackTraceElement frame) {
        int line = at.line() + frame.getLineNumber() - 1;
        return "at line " + line + ": " + at.textOf(line).strip();
    }

    private static String frameInOtherCell(StackTraceElement frame) {
        String method = frame.getMethodName();
        return method.isEmpty() || method.contains("$")
                ? ""
                : "at " + method + " (line " + frame.getLineNumber() + " of another cell)";
    }
}

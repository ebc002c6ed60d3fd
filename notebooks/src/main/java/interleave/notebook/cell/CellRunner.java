package interleave.notebook.cell;

import interleave.notebook.Display;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs cells, one after the other, in this JVM. The kernel and the check of saved outputs share it. */
public final class CellRunner implements AutoCloseable {
    private static final String PREVIEW = "--enable-preview";
    /** The default imports of JShell, which other kernels have, too. */
    private static final List<String> IMPORTS = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    /** A package declaration after comments. */
    private static final Pattern PACKAGE =
            Pattern.compile("(?s)(?:\\s++|//[^\\n]*+|/\\*.*?\\*/)*+(?<declaration>package\\s+(?<name>[\\w.]+)\\s*;)");

    private final CellExecution execution = new CellExecution();
    private final JShell shell;
    private final CellErrors errors;

    /** Cells can use preview features if this JVM was started with them. */
    public CellRunner() {
        shell = JShell.builder()
                .compilerOptions(compilerOptions())
                .executionEngine(new Engine(execution), Map.of())
                .build();
        errors = new CellErrors(shell);
        IMPORTS.forEach(name -> shell.eval("import " + name + ".*;"));
    }

    private record Engine(CellExecution execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "cells";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }

    private static String[] compilerOptions() {
        boolean preview =
                ManagementFactory.getRuntimeMXBean().getInputArguments().contains(PREVIEW);
        return preview
                ? new String[] {
                    PREVIEW, "--source", String.valueOf(Runtime.version().feature())
                }
                : new String[0];
    }

    /**
     * Runs a cell, and returns the value of its last expression; empty if it does not end in an expression, or for
     * null. If the cell only declares a main method, returns how to run it.
     *
     * @throws CellFailed if a snippet cannot be compiled, throws or is stopped; the snippets before it have been run
     */
    public Optional<Display> run(String cell) throws CellFailed {
        execution.beginCell();
        Optional<Display> result = Optional.empty();
        var snippets = new ArrayList<CellErrors.Located>();
        String rest = withoutPackage(cell);
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break; // comments
            }
            int line = lineOf(cell, cell.length() - rest.stripLeading().length());
            if (info.completeness() == SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE) {
                throw CellErrors.incomplete(line);
            }
            String source = info.source() == null ? rest : info.source();
            result = Optional.empty();
            for (SnippetEvent event : shell.eval(source)) {
                if (event.causeSnippet() == null) {
                    var snippet = new CellErrors.Located(event.snippet(), line, cell);
                    result = outcome(event, snippet, snippets);
                    snippets.add(snippet);
                }
            }
            rest = info.remaining() == null ? "" : info.remaining();
        }
        // A declaration may refer to one that comes later in the cell.
        for (CellErrors.Located snippet : snippets) {
            if (shell.status(snippet.snippet()) == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                throw errors.missing((DeclarationSnippet) snippet.snippet(), snippet);
            }
        }
        return result.or(() -> execution
                .mains()
                .hint(snippets.stream().map(CellErrors.Located::snippet).toList()));
    }

    /**
     * Replaces the package declaration of a file that was pasted into a cell by spaces, because JShell rejects it.
     * Imports the package instead, so that the file finds its other public classes.
     */
    private String withoutPackage(String cell) {
        Matcher declared = PACKAGE.matcher(cell);
        if (!declared.lookingAt()) {
            return cell;
        }
        shell.eval("import " + declared.group("name") + ".*;"); // is rejected if the course has no such package
        return cell.substring(0, declared.start("declaration"))
                + " ".repeat(declared.end() - declared.start("declaration"))
                + cell.substring(declared.end());
    }

    private Optional<Display> outcome(SnippetEvent event, CellErrors.Located snippet, List<CellErrors.Located> before)
            throws CellFailed {
        if (event.status() == Snippet.Status.REJECTED) {
            throw errors.rejected(snippet);
        }
        switch (execution.stopped()) {
            case NONE -> {}
            case REQUESTED -> throw CellErrors.stopped();
            case EXITED -> throw CellErrors.exited(execution.exitStatus());
            case ABANDONED -> throw CellErrors.abandoned();
        }
        if (event.exception() != null) {
            throw errors.thrown(event.exception(), snippet, before);
        }
        return switch (event.snippet().subKind()) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> execution.shown();
            default -> Optional.empty();
        };
    }

    static int lineOf(String text, int position) {
        return 1
                + (int) text.substring(0, Math.min(position, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Stops the running cell. Any thread may call this. */
    public void interrupt() {
        execution.requestStop();
    }

    /** For completion and documentation of code that is being typed. */
    public SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    @Override
    public void close() {
        shell.close();
    }
}

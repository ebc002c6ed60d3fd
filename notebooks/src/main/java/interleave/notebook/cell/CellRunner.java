package interleave.notebook.cell;

import interleave.notebook.Display;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs cells, one after the other, in this JVM: the part that the kernel and the check of kept outputs share. */
public final class CellRunner implements AutoCloseable {
    private static final String PREVIEW = "--enable-preview";
    /** Those of JShell, which other kernels have too. */
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

    private final CellExecution execution = new CellExecution();
    private final JShell shell;
    private final CellErrors errors;

    /** CellRunner may use preview features when this JVM may. */
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
     * Runs a cell, and returns what its last expression came to; empty when it ends in something else, or in null.
     *
     * @throws CellFailed when it cannot be compiled, throws or is stopped; what stands before that has been run
     */
    public Optional<Display> run(String cell) throws CellFailed {
        execution.beginCell();
        Optional<Display> result = Optional.empty();
        var snippets = new ArrayList<CellErrors.Located>();
        String rest = cell;
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
        // What was declared before that which it needs is well, if that came later in the cell.
        for (CellErrors.Located snippet : snippets) {
            if (shell.status(snippet.snippet()) == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                throw errors.missing((DeclarationSnippet) snippet.snippet(), snippet);
            }
        }
        return result;
    }

    private Optional<Display> outcome(SnippetEvent event, CellErrors.Located snippet, List<CellErrors.Located> before)
            throws CellFailed {
        if (event.status() == Snippet.Status.REJECTED) {
            throw errors.rejected(snippet);
        }
        switch (execution.stopped()) {
            case NONE -> {}
            case ASKED -> throw CellErrors.stopped();
            case LEFT_BEHIND -> throw CellErrors.leftBehind();
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

    /** Ends the cell that runs now. Any thread may call this. */
    public void interrupt() {
        execution.askToStop();
    }

    /** Completes and explains what is being typed. */
    public SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    @Override
    public void close() {
        shell.close();
    }
}

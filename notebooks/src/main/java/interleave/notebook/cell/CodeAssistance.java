package interleave.notebook.cell;

import interleave.notebook.Display;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes code that is being typed into a cell, and shows its documentation. */
public final class CodeAssistance {
    private final SourceCodeAnalysis analysis;

    public CodeAssistance(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * Suggestions for a position, the most likely first.
     *
     * @param from the start of the text that they replace
     */
    public record Completion(List<String> texts, int from) {}

    public Completion complete(String cell, int at) {
        int begin = beginOfSnippet(cell, at);
        int[] anchor = new int[1];
        List<String> texts = analysis.completionSuggestions(cell.substring(begin), at - begin, anchor).stream()
                .sorted((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new Completion(texts, begin + anchor[0]);
    }

    /** The possible signatures of the name at this position, one per line. */
    public Optional<Display> explain(String cell, int at) {
        int begin = beginOfSnippet(cell, at);
        int end = at;
        while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
            end++;
        }
        String name = cell.substring(begin, end);
        List<Documentation> found = analysis.documentation(name + "(", name.length() + 1, false);
        if (found.isEmpty()) {
            found = analysis.documentation(name, name.length(), false);
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Display(
                        found.stream().map(Documentation::signature).distinct().collect(Collectors.joining("\n")),
                        Map.of()));
    }

    /** JShell analyses one snippet, but a cell may contain several. */
    private int beginOfSnippet(String cell, int at) {
        String rest = cell;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            String remaining = info.remaining() == null ? "" : info.remaining();
            boolean ended = info.completeness().isComplete() && remaining.length() < rest.length();
            if (!ended || cell.length() - remaining.length() >= at) {
                return cell.length() - rest.length();
            }
            rest = remaining;
        }
    }
}

package interleave.practice.compiling;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import interleave.practice.judging.CheckFailure;
import interleave.practice.judging.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Inspects a student's code before it runs. */
public final class SourceInspector {
    private SourceInspector() {}

    /**
     * Requires the names that the check uses.
     *
     * @throws CheckFailure if the package or the class has another name
     */
    public static void requireNames(CompilationUnitTree unit, String packageName, String className) {
        String found =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        if (!found.equals(packageName)) {
            throw refused(
                    found.isEmpty()
                            ? "Expected package " + packageName + ", but the file declares no package."
                            : "Expected package " + packageName + ", but the file declares package " + found + ".",
                    "The first line must be: package " + packageName + ";");
        }
        List<String> classes = unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> String.valueOf(((ClassTree) type).getSimpleName()))
                .toList();
        if (!classes.contains(className)) {
            throw refused(
                    "Expected a class " + className + ", but the file declares "
                            + (classes.isEmpty() ? "no class." : String.join(", ", classes) + "."),
                    "Rename the class back: final class " + className);
        }
    }

    /** Notes on typical mistakes that compile, and may even pass the check. */
    public static List<String> remarks(CompilationUnitTree unit, SourcePositions positions) {
        var remarks = new ArrayList<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public @Nullable Void visitCatch(CatchTree caught, @Nullable Void nothing) {
                String type = caught.getParameter().getType().toString();
                if (type.matches(".*(Exception|Throwable)") && isSwallowed(caught, type)) {
                    long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, caught));
                    remarks.add(remark(type, line));
                }
                return super.visitCatch(caught, null);
            }
        }.scan(unit, null);
        return remarks;
    }

    private static String remark(String type, long line) {
        return type.endsWith("InterruptedException")
                ? "Line " + line
                        + " swallows an InterruptedException, so this thread cannot be stopped. Declare it with"
                        + " throws, or restore the interrupt flag: Thread.currentThread().interrupt();"
                : "Line " + line + " swallows " + type + ". Handle it, or print it.";
    }

    /**
     * Whether the block is empty or only prints. To print the exception is enough, except for an interrupt. A timeout
     * says everything by its type, so any reaction to it is enough.
     */
    private static boolean isSwallowed(CatchTree caught, String type) {
        if (type.equals("TimeoutException")) {
            return caught.getBlock().getStatements().isEmpty();
        }
        boolean isUsed = !type.endsWith("InterruptedException")
                && namesIn(caught.getBlock()).contains(caught.getParameter().getName());
        return !isUsed && caught.getBlock().getStatements().stream().allMatch(SourceInspector::onlyPrints);
    }

    private static List<Name> namesIn(Tree code) {
        var names = new ArrayList<Name>();
        new TreeScanner<Void, Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
                names.add(identifier.getName());
                return null;
            }
        }.scan(code, null);
        return names;
    }

    private static boolean onlyPrints(StatementTree statement) {
        return statement instanceof EmptyStatementTree
                || Optional.of(statement)
                        .filter(ExpressionStatementTree.class::isInstance)
                        .map(Object::toString)
                        .filter(text -> text.matches("(?s).*(print|printf|println|printStackTrace)\\(.*"))
                        .isPresent();
    }

    private static CheckFailure refused(String problem, String advice) {
        return new CheckFailure(new Explanation(problem, List.of(), advice), Optional.empty(), false);
    }
}

package interleave.practice.compiling;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
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

/** Looks at a student's code before it runs. */
public final class SourceInspector {
    private SourceInspector() {}

    /**
     * Refuses a class that the check would not find.
     *
     * @throws CheckFailure when package or class has another name
     */
    public static void requireNames(CompilationUnitTree unit, String packageName, String className) {
        String found =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        if (!found.equals(packageName)) {
            throw refused(
                    found.isEmpty()
                            ? "The file has no package any more."
                            : "The package is now '" + found + "'; the check looks for it in '" + packageName + "'.",
                    "The first line must be: package " + packageName + ";");
        }
        List<String> classes = unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> String.valueOf(((ClassTree) type).getSimpleName()))
                .toList();
        if (!classes.contains(className)) {
            throw refused(
                    "There is no class " + className
                            + (classes.isEmpty() ? "." : " any more, but " + String.join(", ", classes) + "."),
                    "Give it its name back: final class " + className);
        }
    }

    /** What is worth a word though it compiles, and may even pass. */
    public static List<String> remarks(CompilationUnitTree unit, SourcePositions positions) {
        var remarks = new ArrayList<String>();
        boolean isForALoop = unit.getImports().stream()
                .anyMatch(
                        each -> String.valueOf(each.getQualifiedIdentifier()).equals("interleave.eventloop.EventLoop"));
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

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                if (isForALoop && call.getMethodSelect().toString().equals("Thread.sleep")) {
                    long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, call));
                    remarks.add("Thread.sleep in line " + line + " holds the loop's one thread, and with it everybody:"
                            + " wait with loop.sleep.");
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(unit, null);
        return remarks;
    }

    private static String remark(String type, long line) {
        return type.endsWith("InterruptedException")
                ? "Line " + line + " swallows an interrupt: whoever wants to stop this thread is not heard. Let it be"
                        + " thrown on, or set the flag again: Thread.currentThread().interrupt();"
                : "Line " + line + " swallows " + type + ": a failure there is seen by nobody.";
    }

    /** Nothing happens in it, or a line is printed that does not tell the failure; an interrupt is not to be told. */
    private static boolean isSwallowed(CatchTree caught, String type) {
        boolean isTold = !type.endsWith("InterruptedException")
                && namesIn(caught.getBlock()).contains(caught.getParameter().getName());
        return !isTold && caught.getBlock().getStatements().stream().allMatch(SourceInspector::onlyPrints);
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

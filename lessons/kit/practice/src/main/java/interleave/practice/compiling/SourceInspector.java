package interleave.practice.compiling;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
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
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitCatch(CatchTree caught, @Nullable Void nothing) {
                String type = caught.getParameter().getType().toString();
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, caught));
                if (type.matches(".*(Exception|Throwable)")
                        && isSwallowed(caught, type)
                        && !isOfAScope(type, getCurrentPath().getParentPath().getLeaf())
                        && !(type.endsWith("InterruptedException") && endsTask(getCurrentPath()))) {
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
     * and a cancellation say everything by their type, so any reaction is enough.
     */
    static boolean isSwallowed(CatchTree caught, String type) {
        if (type.matches("(.*\\.)?(TimeoutException|CancellationException)")) {
            return caught.getBlock().getStatements().isEmpty();
        }
        boolean isUsed = !type.endsWith("InterruptedException")
                && namesIn(caught.getBlock()).contains(caught.getParameter().getName());
        return !isUsed && caught.getBlock().getStatements().stream().allMatch(SourceInspector::onlyPrints);
    }

    /**
     * Whether {@code join} of a scope throws this timeout. It needs no reaction: each subtask has a state, which is
     * UNAVAILABLE if it was late. No other method called {@code join} throws a TimeoutException.
     */
    private static boolean isOfAScope(String type, Tree attempt) {
        return type.endsWith("StructuredTaskScope.TimeoutException")
                || (type.endsWith("TimeoutException")
                        && attempt instanceof TryTree joined
                        && joined.getBlock().getStatements().stream()
                                .allMatch(statement -> statement.toString().matches("[\\w.= ]+\\.join\\(\\);")));
    }

    /**
     * Whether the catch belongs to the last statement of a thread's task: the thread ends, and no code is left that
     * could look at the interrupt flag.
     */
    static boolean endsTask(TreePath path) {
        Tree last = path.getParentPath().getLeaf();
        for (TreePath at = path.getParentPath().getParentPath(); at != null; at = at.getParentPath()) {
            Tree leaf = at.getLeaf();
            if (leaf instanceof LambdaExpressionTree lambda) {
                return lambda.getParameters().isEmpty();
            }
            if (leaf instanceof MethodTree method) {
                boolean isRunnable = method.getName().contentEquals("run")
                        && method.getParameters().isEmpty();
                return isRunnable || isReferenced(method, path.getCompilationUnit());
            }
            boolean goesOn =
                    leaf instanceof BlockTree block && block.getStatements().getLast() != last;
            if (goesOn || !(leaf instanceof BlockTree || leaf instanceof TryTree || leaf instanceof IfTree)) {
                return false;
            }
            last = leaf;
        }
        return false;
    }

    /** Whether the method may be a task, such as {@code this::listen}. */
    private static boolean isReferenced(MethodTree method, CompilationUnitTree unit) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
                        return method.getParameters().isEmpty()
                                && reference.getName().equals(method.getName());
                    }

                    @Override
                    public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                    }
                }.scan(unit, null));
    }

    static List<Name> namesIn(Tree code) {
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

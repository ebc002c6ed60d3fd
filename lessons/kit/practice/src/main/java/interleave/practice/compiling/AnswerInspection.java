package interleave.practice.compiling;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Inspects an answer while it is compiled, and collects remarks on it. */
public final class AnswerInspection {
    private static final Set<String> ALL_EXCEPTIONS = Set.of("Exception", "Throwable");
    private static final Set<String> ATTEMPTS = Set.of("tryAcquire", "tryLock");
    private static final String INTERRUPTED = "java.lang.InterruptedException";

    private final String packageName;
    private final String className;
    private final List<String> remarks = new ArrayList<>();

    /** Requires that the first file declares this class in this package. */
    public AnswerInspection(String packageName, String className) {
        this.packageName = packageName;
        this.className = className;
    }

    /** Notes on typical mistakes that compile. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Inspects the answer before its types are known. */
    void inspectSyntax(CompilationUnitTree unit, SourcePositions positions) {
        SourceInspector.requireNames(unit, packageName, className);
        remarks.addAll(SourceInspector.remarks(unit, positions));
    }

    /** Whether the method returns false instead of waiting for a permit or a lock. */
    private static boolean isAttempt(ExecutableElement method) {
        return ATTEMPTS.contains(method.getSimpleName().toString())
                && String.valueOf(method.getEnclosingElement()).startsWith("java.util.concurrent.");
    }

    private static String ignored(long line, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        String waiting = name.equals("tryLock") ? "lock()" : "acquire()";
        return "Line " + line + " ignores the result of " + name + "(). It returns false "
                + (method.getParameters().size() < 2 ? "at once" : "after its timeout") + " if there is no "
                + (name.equals("tryLock") ? "lock" : "permit") + ", and your code goes on without it. " + waiting
                + " waits.";
    }

    /** Inspects the answer when its types are known. */
    void inspectTypes(CompilationUnitTree unit, JavacTask task) {
        Trees trees = Trees.instance(task);
        TypeMirror thread =
                task.getElements().getTypeElement("java.lang.Thread").asType();
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("run")
                        && isThread(select.getExpression())) {
                    long line = unit.getLineMap()
                            .getLineNumber(trees.getSourcePositions().getStartPosition(unit, call));
                    remarks.add("Line " + line + " calls run() of a thread, which runs its code on the calling thread."
                            + " start() starts the thread.");
                }
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void nothing) {
                if (statement.getExpression() instanceof MethodInvocationTree call
                        && trees.getElement(new TreePath(getCurrentPath(), call)) instanceof ExecutableElement called
                        && isAttempt(called)) {
                    long line = unit.getLineMap()
                            .getLineNumber(trees.getSourcePositions().getStartPosition(unit, call));
                    remarks.add(ignored(line, called));
                }
                return super.visitExpressionStatement(statement, null);
            }

            @Override
            public @Nullable Void visitTry(TryTree attempt, @Nullable Void nothing) {
                for (CatchTree caught : attempt.getCatches()) {
                    String type = caught.getParameter().getType().toString();
                    if (type.equals("InterruptedException")) {
                        break;
                    }
                    if (ALL_EXCEPTIONS.contains(type)
                            && goesOn(caught, type)
                            && !SourceInspector.endsTask(new TreePath(getCurrentPath(), caught))
                            && canBeInterrupted(attempt)) {
                        long line = unit.getLineMap()
                                .getLineNumber(trees.getSourcePositions().getStartPosition(unit, caught));
                        remarks.add(
                                "Line " + line + " catches " + type + ", and so an InterruptedException, too. Catch it"
                                        + " before, and throw it again or restore the interrupt flag.");
                    }
                }
                return super.visitTry(attempt, null);
            }

            // a swallowed exception has its own remark, and a block that uses the exception may handle it
            private boolean goesOn(CatchTree caught, String type) {
                List<Name> names = SourceInspector.namesIn(caught.getBlock());
                return !SourceInspector.isSwallowed(caught, type)
                        && !names.contains(caught.getParameter().getName())
                        && names.stream().noneMatch(name -> name.contentEquals("Thread"));
            }

            // whether a call in the block declares InterruptedException
            private boolean canBeInterrupted(TryTree attempt) {
                var path = new TreePath(getCurrentPath(), attempt.getBlock());
                return Boolean.TRUE.equals(
                        new TreePathScanner<Boolean, Void>() {
                            @Override
                            public Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                                boolean declares =
                                        trees.getElement(getCurrentPath()) instanceof ExecutableElement called
                                                && called.getThrownTypes().stream()
                                                        .anyMatch(thrown -> thrown.toString()
                                                                .equals(INTERRUPTED));
                                return declares || Boolean.TRUE.equals(super.visitMethodInvocation(call, null));
                            }

                            @Override
                            public Boolean visitLambdaExpression(LambdaExpressionTree task, @Nullable Void nothing) {
                                return false; // it may run on another thread
                            }

                            @Override
                            public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                                return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                            }
                        }.scan(path, null));
            }

            private boolean isThread(ExpressionTree receiver) {
                TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), receiver));
                return type != null
                        && type.getKind() == TypeKind.DECLARED
                        && !receiver.toString().equals("super")
                        && task.getTypes().isSubtype(type, thread);
            }
        }.scan(new TreePath(unit), null);
    }
}

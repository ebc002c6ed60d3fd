package interleave.practice.compiling;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Inspects an answer while it is compiled, and collects remarks on it. */
public final class AnswerInspection {
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

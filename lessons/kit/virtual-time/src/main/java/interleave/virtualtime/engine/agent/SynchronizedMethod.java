package interleave.virtualtime.engine.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import interleave.virtualtime.engine.steps.SynchronizedMethods;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;

/** Reports that a synchronized method has entered its monitor, and that it leaves it: it returns or throws. */
final class SynchronizedMethod implements CodeTransform {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.StepHooks");

    private final ClassDesc owner;
    private final boolean isStatic;
    private Label start;

    SynchronizedMethod(String owner, MethodModel method) {
        this.owner = ClassDesc.ofInternalName(owner);
        this.isStatic = method.flags().has(AccessFlag.STATIC);
        SynchronizedMethods.add(owner, method.methodName().stringValue() + method.methodType());
    }

    @Override
    public void atStart(CodeBuilder builder) {
        report("entered", builder);
        start = builder.newBoundLabel();
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            report("exiting", builder);
        }
        builder.with(element);
    }

    @Override
    public void atEnd(CodeBuilder builder) {
        Label end = builder.newBoundLabel();
        report("exiting", builder);
        builder.athrow().exceptionCatchAll(start, end, end);
    }

    private void report(String hook, CodeBuilder builder) {
        if (isStatic) {
            builder.ldc(owner);
        } else {
            builder.aload(0);
        }
        builder.invokestatic(HOOKS, hook, MethodTypeDesc.of(CD_void, CD_Object));
    }
}

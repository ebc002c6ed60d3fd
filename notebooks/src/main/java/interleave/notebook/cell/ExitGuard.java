package interleave.notebook.cell;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;

/**
 * Replaces calls of {@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt} in the classes of cells. They
 * would end the kernel and lose the variables of all cells. The replacement only ends the running cell.
 */
public final class ExitGuard {
    private static final ClassDesc THIS = ClassDesc.of(ExitGuard.class.getName());
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_AND_STATUS =
            MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int);

    /** Ends the running cell. */
    private static volatile IntConsumer end = status -> {};

    /** Thrown in the thread that called exit. It is an Error, so that the cell's own catch blocks do not catch it. */
    private static final class Exited extends Error {
        private static final long serialVersionUID = 1;

        Exited(int status) {
            super(message(status), null, false, false);
        }

        /** Without the name of the class, because the JVM prints it if the thread does not catch this error. */
        @Override
        @SuppressWarnings("OverrideThrowableToString") // getMessage alone would be printed after the class's name
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    private ExitGuard() {}

    /** Sets what ends the running cell, given the exit status. */
    static void onExit(IntConsumer endCell) {
        end = endCell;
    }

    static String message(int status) {
        return "The cell called System.exit(" + status + "), which ends only this cell.";
    }

    /** Called by the classes of cells instead of {@code System.exit}. */
    public static void exit(int status) {
        end.accept(status);
        throw new Exited(status);
    }

    /** Called by the classes of cells instead of the methods of {@code Runtime}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Copies an instruction of a cell, or replaces it if it calls or refers to a method that ends the JVM. */
    static void replace(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call
            when endsJvm(
                    call.owner().asSymbol(),
                    call.name().stringValue(),
                    call.type().stringValue()) ->
                code.invokestatic(THIS, "exit", replacement(call.owner().asSymbol()));
            case InvokeDynamicInstruction site -> code.invokedynamic(withoutExit(site));
            default -> code.with(element);
        }
    }

    private static boolean endsJvm(ClassDesc owner, String method, String descriptor) {
        return descriptor.equals(STATUS.descriptorString())
                && ((owner.equals(SYSTEM) && method.equals("exit"))
                        || (owner.equals(RUNTIME) && (method.equals("exit") || method.equals("halt"))));
    }

    private static MethodTypeDesc replacement(ClassDesc owner) {
        return owner.equals(SYSTEM) ? STATUS : RUNTIME_AND_STATUS;
    }

    /** Replaces method references, such as {@code System::exit}. */
    private static DynamicCallSiteDesc withoutExit(InvokeDynamicInstruction site) {
        ConstantDesc[] arguments =
                site.bootstrapArgs().stream().map(ExitGuard::withoutExit).toArray(ConstantDesc[]::new);
        return DynamicCallSiteDesc.of(site.bootstrapMethod(), site.name().stringValue(), site.typeSymbol(), arguments);
    }

    private static ConstantDesc withoutExit(ConstantDesc argument) {
        return argument instanceof DirectMethodHandleDesc method
                        && endsJvm(method.owner(), method.methodName(), method.lookupDescriptor())
                ? MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC, THIS, "exit", replacement(method.owner()))
                : argument;
    }
}

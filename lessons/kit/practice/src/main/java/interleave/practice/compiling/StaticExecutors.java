package interleave.practice.compiling;

import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds a method that creates the executors in static fields again. The threads of an executor end with a run, so that
 * each run needs an executor of its own.
 */
final class StaticExecutors {
    private static final String RENEW = "renewExecutors$";
    private static final String PACKAGE = "Ljava/util/concurrent/";
    private static final Set<String> EXECUTORS = Set.of(
            "Executor",
            "ExecutorService",
            "ScheduledExecutorService",
            "ThreadPoolExecutor",
            "ScheduledThreadPoolExecutor",
            "ForkJoinPool");

    private StaticExecutors() {}

    /** Whether the field has the type of an executor. */
    static boolean isExecutor(FieldModel field) {
        return !field.flags().has(AccessFlag.SYNTHETIC)
                && isExecutor(field.fieldType().stringValue());
    }

    private static boolean isExecutor(String descriptor) {
        return descriptor.startsWith(PACKAGE)
                && EXECUTORS.contains(descriptor.substring(PACKAGE.length(), descriptor.length() - 1));
    }

    /** Whether the class has an executor in a static field that can be created again. */
    static boolean areIn(byte[] code) {
        ClassModel model = ClassFile.of().parse(code);
        return !model.flags().has(AccessFlag.INTERFACE)
                && !model.flags().has(AccessFlag.ENUM)
                && !in(model).isEmpty();
    }

    private static List<FieldModel> in(ClassModel model) {
        return model.fields().stream().filter(StaticExecutors::isStatic).toList();
    }

    private static boolean isStatic(FieldModel field) {
        return field.flags().has(AccessFlag.STATIC) && isExecutor(field);
    }

    /** Adds the method to a class for which {@link #areIn} is true. */
    static byte[] makeRenewable(ClassFile classFile, byte[] code) {
        ClassModel model = classFile.parse(code);
        ClassTransform notFinal = (builder, element) -> {
            if (element instanceof FieldModel field && isStatic(field)) {
                builder.transformField(field, withoutFinal());
            } else {
                builder.with(element);
            }
        };
        return classFile.transformClass(
                model,
                notFinal.andThen(ClassTransform.endHandler(builder -> builder.withMethodBody(
                        RENEW,
                        MTD_void,
                        ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        renewal -> renew(renewal, model)))));
    }

    private static FieldTransform withoutFinal() {
        return (builder, element) -> {
            if (element instanceof java.lang.classfile.AccessFlags flags) {
                builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_FINAL);
            } else {
                builder.with(element);
            }
        };
    }

    /** Clears the fields, and then runs the static initializer again, which changes no other fields. */
    private static void renew(CodeBuilder builder, ClassModel model) {
        for (FieldModel field : in(model)) {
            builder.aconst_null()
                    .putstatic(model.thisClass().asSymbol(), field.fieldName().stringValue(), field.fieldTypeSymbol());
        }
        Optional<MethodModel> initializer = model.methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .findFirst();
        if (initializer.isEmpty()) {
            builder.return_();
        } else {
            initializer.orElseThrow().code().orElseThrow().forEach(element -> {
                if (element instanceof FieldInstruction field
                        && field.opcode() == Opcode.PUTSTATIC
                        && !isExecutor(field.type().stringValue())) {
                    discard(builder, TypeKind.from(field.typeSymbol()));
                } else {
                    builder.with(element);
                }
            });
        }
    }

    private static void discard(CodeBuilder builder, TypeKind kind) {
        if (kind.slotSize() == 2) {
            builder.pop2();
        } else {
            builder.pop();
        }
    }

    /** Creates the executors of a class again to which the method was added. */
    static void renew(Class<?> rewritten) throws Exception {
        Method renew = rewritten.getDeclaredMethod(RENEW);
        renew.setAccessible(true);
        try {
            renew.invoke(null);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}

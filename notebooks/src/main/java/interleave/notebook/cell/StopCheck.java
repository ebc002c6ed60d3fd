package interleave.notebook.cell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a check into every method and every loop of a cell, so that an endless computation can be stopped. (JShell's
 * own engine does the same, but in JDK 25 it fails on methods that combine two types of the same cell.)
 */
public final class StopCheck {
    private static final ClassDesc THIS = ClassDesc.of(StopCheck.class.getName());
    private static volatile boolean stopping;

    /** Thrown to stop a cell. It is an Error, so that the cell's own catch blocks do not catch it. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the cell was stopped", null, false, false);
        }
    }

    /** The bytecode of the cells' classes by name, needed to find the common superclass of two of them. */
    private final Map<ClassDesc, byte[]> classes = new HashMap<>();

    StopCheck() {}

    /** Turns on or off that a check stops the thread that reaches it. */
    static void stop(boolean now) {
        stopping = now;
    }

    /** Called by the classes of cells. */
    public static void check() {
        if (stopping) {
            throw new Stopped();
        }
    }

    /** Registers a class. Classes that refer to each other must be registered before one of them is transformed. */
    void register(String name, byte[] bytes) {
        classes.put(ClassDesc.of(name), bytes);
    }

    /** Returns the class with the inserted checks, and without calls that would end this JVM. */
    byte[] transform(byte[] bytes) {
        ClassFile file = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(this::registered)
                        .orElse(ClassHierarchyResolver.ofClassLoading(ClassLoader.getSystemClassLoader()))));
        return file.transformClass(
                file.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        CodeTransform.ofStateful(Weaver::new).andThen(ExitGuard::replace)));
    }

    private @Nullable InputStream registered(ClassDesc name) {
        byte[] bytes = classes.get(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /** Inserts a check at the start of a method, and before each backward jump. */
    private static final class Weaver implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            insertCheck(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof LabelTarget target) {
                passed.add(target.label());
            } else if (element instanceof BranchInstruction jump && passed.contains(jump.target())) {
                insertCheck(code);
            }
            code.with(element);
        }

        private static void insertCheck(CodeBuilder code) {
            code.invokestatic(THIS, "check", ConstantDescs.MTD_void);
        }
    }
}

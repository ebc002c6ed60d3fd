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
 * A call in every method and every loop of a cell, by which one that computes for ever can be ended. (JShell's own
 * engine has the like, but in JDK 25 it fails on methods in which two of a cell's own types meet.)
 */
public final class StopCheck {
    private static final ClassDesc THIS = ClassDesc.of(StopCheck.class.getName());
    private static volatile boolean stopping;

    /** Ends a cell; not an exception, so that no cell takes it for one of its own. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the cell was stopped", null, false, false);
        }
    }

    /** What cells' classes are made of, by their names: to find out what two of them have in common. */
    private final Map<ClassDesc, byte[]> classes = new HashMap<>();

    StopCheck() {}

    /** From now on, ends every thread of cells that comes to a check, or none. */
    static void stop(boolean now) {
        stopping = now;
    }

    /** Called by cells' classes. */
    public static void check() {
        if (stopping) {
            throw new Stopped();
        }
    }

    /** Remembers a class. All that know each other must be remembered before one of them is rewritten. */
    void remember(String name, byte[] bytes) {
        classes.put(ClassDesc.of(name), bytes);
    }

    /** The class with the checks in it. */
    byte[] insertedInto(byte[] bytes) {
        ClassFile file = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(this::remembered)
                        .orElse(ClassHierarchyResolver.ofClassLoading(ClassLoader.getSystemClassLoader()))));
        return file.transformClass(
                file.parse(bytes), ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Weaver::new)));
    }

    private @Nullable InputStream remembered(ClassDesc name) {
        byte[] bytes = classes.get(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /** Puts a check at the beginning of a method, and before each jump back. */
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

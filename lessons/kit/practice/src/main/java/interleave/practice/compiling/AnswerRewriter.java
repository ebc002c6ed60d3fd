package interleave.practice.compiling;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDescs;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes method references visible to virtual time, and executors in static fields renewable. */
final class AnswerRewriter {
    private final ClassFile classFile;

    private AnswerRewriter(Map<String, byte[]> classes) {
        classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver(classes)));
    }

    /** The classes by name, rewritten. */
    static Map<String, byte[]> rewrite(Map<String, byte[]> classes) {
        var rewriter = new AnswerRewriter(classes);
        var rewritten = new LinkedHashMap<String, byte[]>();
        classes.forEach((name, code) -> rewritten.put(name, rewriter.rewrite(code)));
        return rewritten;
    }

    private byte[] rewrite(byte[] code) {
        byte[] visible = showReferences(code);
        return StaticExecutors.areIn(code) ? StaticExecutors.makeRenewable(classFile, visible) : visible;
    }

    private byte[] showReferences(byte[] code) {
        ClassModel model = classFile.parse(code);
        var references = new MethodReferences(model);
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> new Body(references)))
                        .andThen(ClassTransform.endHandler(references::addMethods)));
    }

    private static ClassHierarchyResolver resolver(Map<String, byte[]> classes) {
        ClassHierarchyResolver compiled = ClassHierarchyResolver.ofResourceParsing(type -> {
            String descriptor = type.descriptorString();
            byte[] code =
                    classes.get(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
            return code == null ? null : new ByteArrayInputStream(code);
        });
        return compiled.orElse(ClassHierarchyResolver.ofResourceParsing(AnswerRewriter.class.getClassLoader()))
                .orElse(ClassHierarchyResolver.defaultResolver())
                .orElse(missing -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
    }

    /** Rewrites one method. */
    private static final class Body implements CodeTransform {
        private final MethodReferences references;
        private int line;

        Body(MethodReferences references) {
            this.references = references;
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (element instanceof LineNumber number) {
                line = number.line();
            }
            if (element instanceof InvokeDynamicInstruction dynamic) {
                builder.invokedynamic(references.redirected(dynamic, line));
            } else {
                builder.with(element);
            }
        }
    }
}

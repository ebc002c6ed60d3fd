package interleave.practice.compiling;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.constant.ConstantDescs;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the executors in static fields of an answer renewable. */
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
        return StaticExecutors.areIn(code) ? StaticExecutors.makeRenewable(classFile, code) : code;
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
}

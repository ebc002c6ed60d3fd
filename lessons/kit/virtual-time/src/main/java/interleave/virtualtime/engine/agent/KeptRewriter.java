package interleave.virtualtime.engine.agent;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Comparator;
import java.util.Optional;

/** Takes a rewritten class from the stored ones, or rewrites it now. */
final class KeptRewriter implements ClassFileTransformer {
    private static final byte[] UNTOUCHED = {};

    private final RewrittenClasses kept;
    private final ClassRewriter rewriter;

    KeptRewriter(RewrittenClasses kept, ClassRewriter rewriter) {
        this.kept = kept;
        this.rewriter = rewriter;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !rewriter.covers(loader, name)) {
            return null;
        }
        Optional<byte[]> found = kept.find(name, bytes);
        byte[] rewritten = found.isPresent() ? found.get() : rewriteAndKeep(loader, name, redefined, domain, bytes);
        return rewritten.length == 0 ? null : rewritten;
    }

    private byte[] rewriteAndKeep(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        byte[] rewritten = Optional.ofNullable(rewriter.transform(loader, name, redefined, domain, sorted(bytes)))
                .orElse(UNTOUCHED);
        kept.keep(name, bytes, rewritten);
        return rewritten;
    }

    /**
     * The class with its methods and constants in a fixed order, so that each build stores the same bytes. The JVM's
     * order is random.
     */
    private static byte[] sorted(byte[] bytes) {
        var classFile = ClassFile.of();
        var model = classFile.parse(bytes);
        return classFile.build(
                model.thisClass().asSymbol(),
                sorted -> model.elementStream()
                        .sorted(Comparator.comparing(KeptRewriter::signature))
                        .forEach(sorted::with));
    }

    /** Empty for all but methods, which keeps other elements in their order. */
    private static String signature(ClassElement element) {
        return element instanceof MethodModel method
                ? method.methodName().stringValue() + method.methodType().stringValue()
                : "";
    }
}

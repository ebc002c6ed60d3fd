package interleave.virtualtime.engine.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
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
        byte[] rewritten = Optional.ofNullable(rewriter.transform(loader, name, redefined, domain, bytes))
                .orElse(UNTOUCHED);
        kept.keep(name, bytes, rewritten);
        return rewritten;
    }
}

package claims;

import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** A class of a library may refer to an optional class that is missing. */
class MissingClassTest {
    private static final ClassDesc MISSING = ClassDesc.of("not.There");

    @Test
    void classThatNamesMissingClassReadsVirtualClock() throws Exception {
        Method nanoTime =
                new OneClass(clockThatNames(MISSING)).loadClass("Clock").getMethod("nanoTime", boolean.class);

        VirtualTime.run(() -> {
            long before = (long) nanoTime.invoke(null, false);
            Thread.sleep(ofSeconds(5));
            assertThat((long) nanoTime.invoke(null, false) - before)
                    .isEqualTo(ofSeconds(5).toNanos());
        });
    }

    /** {@code static long nanoTime(boolean any) { (any ? (There) null : "text"); return System.nanoTime(); }} */
    private static byte[] clockThatNames(ClassDesc missing) {
        var resolver = ClassHierarchyResolver.defaultResolver()
                .orElse(any -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
        var signature = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_boolean);
        return ClassFile.of(ClassHierarchyResolverOption.of(resolver))
                .build(
                        ClassDesc.of("Clock"),
                        type -> type.withMethodBody(
                                "nanoTime",
                                signature,
                                ACC_PUBLIC | ACC_STATIC,
                                code -> code.iload(0)
                                        .ifThenElse(yes -> yes.aconst_null().checkcast(missing), no -> no.ldc("text"))
                                        .pop()
                                        .invokestatic(
                                                ClassDesc.of("java.lang.System"),
                                                "nanoTime",
                                                MethodTypeDesc.of(ConstantDescs.CD_long))
                                        .lreturn()));
    }

    private static final class OneClass extends ClassLoader {
        private final byte[] bytes;

        OneClass(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected Class<?> findClass(String name) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}

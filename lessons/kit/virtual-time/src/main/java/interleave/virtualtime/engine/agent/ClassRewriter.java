package interleave.virtualtime.engine.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Rewrites method bodies by rules. Methods without a matching rule keep their bytes. */
final class ClassRewriter implements ClassFileTransformer {
    private final BiPredicate<Optional<ClassLoader>, String> covered;
    private final Rules rules;

    /** Rules for methods. Class names are internal ones, such as {@code java/lang/Thread}. */
    interface Rules {
        /** Code to insert at the start of the method. */
        Optional<Consumer<CodeBuilder>> atStart(String owner, MethodModel method);

        /** A transform of the whole method, after its elements were replaced. */
        default Optional<CodeTransform> around(String owner, MethodModel method) {
            return Optional.empty();
        }

        /** Code that replaces one element of the method. */
        Optional<Consumer<CodeBuilder>> inPlaceOf(CodeElement element, String owner, MethodModel method);
    }

    ClassRewriter(BiPredicate<Optional<ClassLoader>, String> covered, Rules rules) {
        this.covered = covered;
        this.rules = rules;
    }

    boolean covers(ClassLoader loader, String name) {
        return covered.test(Optional.ofNullable(loader), name);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !covers(loader, name)) {
            return null;
        }
        try {
            return rewritten(loader, name, bytes);
        } catch (RuntimeException | LinkageError unexpected) {
            System.err.println("virtual time: cannot rewrite " + name.replace('/', '.') + ": " + unexpected);
            return null;
        }
    }

    private byte[] rewritten(ClassLoader loader, String name, byte[] bytes) {
        var classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver(loader)));
        var model = classFile.parse(bytes);
        if (model.methods().stream().noneMatch(method -> isTouched(name, method))) {
            return null;
        }
        return classFile.transformClass(
                model, ClassTransform.transformingMethods(method -> isTouched(name, method), (builder, element) -> {
                    if (element instanceof CodeModel code) {
                        MethodModel method = code.parent().orElseThrow();
                        builder.transformCode(code, transformOf(name, method));
                    } else {
                        builder.with(element);
                    }
                }));
    }

    /** Treats a missing class, such as one of an optional library, as a subclass of Object. */
    private static ClassHierarchyResolver resolver(ClassLoader loader) {
        var known = loader == null
                ? ClassHierarchyResolver.defaultResolver()
                : ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
        return known.orElse(missing -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
    }

    private boolean isTouched(String owner, MethodModel method) {
        return method.code().isPresent()
                && (rules.atStart(owner, method).isPresent()
                        || rules.around(owner, method).isPresent()
                        || method.code()
                                .get()
                                .elementStream()
                                .anyMatch(element ->
                                        rules.inPlaceOf(element, owner, method).isPresent()));
    }

    private CodeTransform transformOf(String owner, MethodModel method) {
        return rules.around(owner, method)
                .map(ofElements(owner, method)::andThen)
                .orElseGet(() -> ofElements(owner, method));
    }

    private CodeTransform ofElements(String owner, MethodModel method) {
        CodeTransform body = (builder, element) -> rules.inPlaceOf(element, owner, method)
                .ifPresentOrElse(code -> code.accept(builder), () -> builder.with(element));
        return rules.atStart(owner, method)
                .map(start -> new CodeTransform() {
                    @Override
                    public void atStart(CodeBuilder builder) {
                        start.accept(builder);
                    }

                    @Override
                    public void accept(CodeBuilder builder, CodeElement element) {
                        body.accept(builder, element);
                    }
                })
                .map(CodeTransform.class::cast)
                .orElse(body);
    }
}

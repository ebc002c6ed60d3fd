package interleave.practice.compiling;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a compiled check uses of the student's classes. javac reports what is missing there only if it has the source
 * code of the check.
 *
 * @param check the bytecode of the check's classes by name
 * @param answer the names of the student's classes
 */
public record MemberReferences(Map<String, byte[]> check, Set<String> answer) {

    /** The first member that the student's classes lack, such as {@code greetAll(List)void}. */
    public Optional<String> firstMissing(ClassLoader loader) {
        for (var each : check.entrySet()) {
            for (PoolEntry entry : ClassFile.of().parse(each.getValue()).constantPool()) {
                if (entry instanceof MemberRefEntry member
                        && answer.contains(member.owner().asInternalName().replace('/', '.'))
                        && !isIn(loader, each.getKey(), member)) {
                    return Optional.of(described(member));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(ClassLoader loader, String user, MemberRefEntry member) {
        try {
            Lookup lookup = MethodHandles.privateLookupIn(Class.forName(user, false, loader), MethodHandles.lookup());
            Class<?> owner = member.owner().asSymbol().resolveConstantDesc(lookup);
            String name = member.name().stringValue();
            return member instanceof FieldRefEntry
                    ? hasField(lookup, owner, name, (Class<?>) typeOf(member).resolveConstantDesc(lookup))
                    : hasMethod(
                            lookup,
                            owner,
                            name,
                            MethodTypeDesc.ofDescriptor(member.type().stringValue())
                                    .resolveConstantDesc(lookup));
        } catch (ReflectiveOperationException | LinkageError missing) {
            return false;
        }
    }

    private static boolean hasField(Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws ReflectiveOperationException {
        try {
            lookup.findGetter(owner, name, type);
        } catch (IllegalAccessException isStatic) {
            lookup.findStaticGetter(owner, name, type);
        }
        return true;
    }

    private static boolean hasMethod(Lookup lookup, Class<?> owner, String name, MethodType type)
            throws ReflectiveOperationException {
        if (name.equals(ConstantDescs.INIT_NAME)) {
            lookup.findConstructor(owner, type);
            return true;
        }
        try {
            lookup.findVirtual(owner, name, type);
        } catch (IllegalAccessException isStatic) {
            lookup.findStatic(owner, name, type);
        }
        return true;
    }

    private static ClassDesc typeOf(MemberRefEntry field) {
        return ClassDesc.ofDescriptor(field.type().stringValue());
    }

    private static String described(MemberRefEntry member) {
        String type = member.type().stringValue();
        return switch (member) {
            case FieldRefEntry field ->
                typeOf(field).displayName() + " " + field.name().stringValue();
            default ->
                member.name()
                                .stringValue()
                                .replace(
                                        ConstantDescs.INIT_NAME,
                                        "new " + member.owner().asSymbol().displayName())
                        + MethodTypeDesc.ofDescriptor(type).displayDescriptor();
        };
    }
}

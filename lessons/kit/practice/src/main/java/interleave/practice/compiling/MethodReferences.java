package interleave.practice.compiling;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Redirects method references such as {@code list::add} to methods that make the call: virtual time sees the calls of a
 * program, but not what the JDK calls directly.
 */
final class MethodReferences {
    private static final String PREFIX = "reference$";

    private final ClassDesc owner;
    private final Kind kind;
    private final List<Reference> references = new ArrayList<>();

    private record Reference(DirectMethodHandleDesc target, MethodTypeDesc type, int line) {}

    MethodReferences(ClassModel model) {
        owner = model.thisClass().asSymbol();
        kind = model.flags().has(AccessFlag.INTERFACE) ? Kind.INTERFACE_STATIC : Kind.STATIC;
    }

    /** The same call site, in which references to methods of collections are redirected. */
    DynamicCallSiteDesc redirected(InvokeDynamicInstruction dynamic, int line) {
        return DynamicCallSiteDesc.of(
                dynamic.bootstrapMethod(),
                dynamic.name().stringValue(),
                dynamic.typeSymbol(),
                dynamic.bootstrapArgs().stream()
                        .map(argument -> redirected(argument, dynamic.typeSymbol(), line))
                        .toArray(ConstantDesc[]::new));
    }

    /** @param captured has the type of a bound receiver, which the method must declare exactly */
    private ConstantDesc redirected(ConstantDesc argument, MethodTypeDesc captured, int line) {
        if (!(argument instanceof DirectMethodHandleDesc handle) || !isOfACollection(handle)) {
            return argument;
        }
        MethodTypeDesc type = captured.parameterCount() == 0
                ? handle.invocationType()
                : handle.invocationType().changeParameterType(0, captured.parameterType(0));
        var reference = new Reference(handle, type, line);
        references.add(reference);
        return MethodHandleDesc.ofMethod(kind, owner, PREFIX + references.size(), reference.type);
    }

    private static boolean isOfACollection(DirectMethodHandleDesc handle) {
        String descriptor = handle.owner().descriptorString();
        return (handle.kind() == Kind.VIRTUAL || handle.kind() == Kind.INTERFACE_VIRTUAL)
                && isCollection(descriptor.substring(1, descriptor.length() - 1));
    }

    /** Whether an object of this static type may be a collection, or a StringBuilder. */
    private static boolean isCollection(String internalName) {
        return (internalName.startsWith("java/util/") && internalName.lastIndexOf('/') == "java/util".length())
                || internalName.equals("java/lang/Iterable")
                || internalName.equals("java/lang/StringBuilder");
    }

    /** Adds the methods to which references were redirected. */
    void addMethods(ClassBuilder builder) {
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            builder.withMethodBody(
                    PREFIX + (i + 1),
                    reference.type,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> call(code, reference));
        }
    }

    private static void call(CodeBuilder code, Reference reference) {
        DirectMethodHandleDesc target = reference.target;
        code.lineNumber(reference.line);
        int slot = 0;
        for (ClassDesc parameter : reference.type.parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        if (target.kind() == Kind.INTERFACE_VIRTUAL) {
            code.invokeinterface(target.owner(), target.methodName(), type);
        } else {
            code.invokevirtual(target.owner(), target.methodName(), type);
        }
        code.return_(TypeKind.from(type.returnType()));
    }
}

package interleave.practice.compiling;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

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
import java.lang.classfile.FieldModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Inserts a call of {@code SharedAccess} before each access to a field, an element of an array or a collection. */
final class AccessRewriter {
    static final ClassDesc HOOKS = ClassDesc.of("interleave.practice.judging.SharedAccess");
    static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(CD_void, CD_Object, CD_String, CD_int);
    private static final MethodTypeDesc OF_LIST = MethodTypeDesc.of(CD_void, CD_Object, CD_String, CD_int, CD_int);
    private static final MethodTypeDesc OF_ELEMENT = MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int);
    private static final Set<String> ELEMENT_METHODS = Set.of("get", "set");
    private static final Set<String> INITIALIZERS = Set.of("<init>", "<clinit>");

    private final ClassFile classFile;
    /** The fields of the student's classes, by class and name. */
    private final Map<String, FieldModel> fields = new HashMap<>();

    private AccessRewriter(Map<String, byte[]> classes) {
        classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver(classes)));
        for (byte[] code : classes.values()) {
            ClassModel model = classFile.parse(code);
            for (FieldModel field : model.fields()) {
                fields.put(model.thisClass().asInternalName() + "." + field.fieldName(), field);
            }
        }
    }

    /** The classes by name, rewritten. */
    static Map<String, byte[]> rewrite(Map<String, byte[]> classes) {
        var rewriter = new AccessRewriter(classes);
        var rewritten = new LinkedHashMap<String, byte[]>();
        classes.forEach((name, code) -> rewritten.put(name, rewriter.rewrite(code)));
        return rewritten;
    }

    private byte[] rewrite(byte[] code) {
        byte[] observed = observeAccesses(code);
        return StaticExecutors.areIn(code) ? StaticExecutors.makeRenewable(classFile, observed) : observed;
    }

    private byte[] observeAccesses(byte[] code) {
        ClassModel model = classFile.parse(code);
        var references = new MethodReferences(model);
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                                method -> !INITIALIZERS.contains(
                                        method.methodName().stringValue()),
                                CodeTransform.ofStateful(() -> new Body(references)))
                        .andThen(ClassTransform.endHandler(references::addMethods)));
    }

    private static ClassHierarchyResolver resolver(Map<String, byte[]> classes) {
        ClassHierarchyResolver compiled = ClassHierarchyResolver.ofResourceParsing(type -> {
            String descriptor = type.descriptorString();
            byte[] code =
                    classes.get(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
            return code == null ? null : new ByteArrayInputStream(code);
        });
        return compiled.orElse(ClassHierarchyResolver.ofResourceParsing(AccessRewriter.class.getClassLoader()))
                .orElse(ClassHierarchyResolver.defaultResolver())
                .orElse(missing -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
    }

    /** Rewrites one method. */
    private final class Body implements CodeTransform {
        /** How many instructions may lie between the read and the write of {@code count += 1}. */
        private static final int MAX_DISTANCE = 8;

        private final List<CodeElement> recent = new ArrayList<>();
        private final MethodReferences references;
        private int line;

        Body(MethodReferences references) {
            this.references = references;
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case InvokeInstruction call when isOfACollection(call) -> beforeCall(builder, call);
                case FieldInstruction field when isShared(field) -> beforeField(builder, field);
                case ArrayLoadInstruction load ->
                    builder.dup2().loadConstant(line).invokestatic(HOOKS, "readElement", OF_ELEMENT);
                case ArrayStoreInstruction store -> beforeStore(builder, store);
                default -> {}
            }
            recent.add(element);
            if (element instanceof InvokeDynamicInstruction dynamic) {
                builder.invokedynamic(references.redirected(dynamic, line));
            } else {
                builder.with(element);
            }
        }

        private void beforeCall(CodeBuilder builder, InvokeInstruction call) {
            List<ClassDesc> parameters = call.typeSymbol().parameterList();
            var slots = new int[parameters.size()];
            for (int i = slots.length - 1; i >= 0; i--) {
                slots[i] = store(builder, TypeKind.from(parameters.get(i)));
            }
            builder.dup().loadConstant(call.name().stringValue());
            if (isOfAnElement(call)) {
                builder.iload(slots[0]).loadConstant(line).invokestatic(HOOKS, "callWithIndex", OF_LIST);
            } else {
                builder.loadConstant(line).invokestatic(HOOKS, "call", OF_OBJECT);
            }
            for (int i = 0; i < slots.length; i++) {
                builder.loadLocal(TypeKind.from(parameters.get(i)), slots[i]);
            }
        }

        /** Whether it is {@code get(int)} or {@code set(int, E)} of a list, which leave the other elements alone. */
        private static boolean isOfAnElement(InvokeInstruction call) {
            return ELEMENT_METHODS.contains(call.name().stringValue())
                    && call.typeSymbol().parameterCount() > 0
                    && call.typeSymbol().parameterType(0).equals(CD_int);
        }

        private void beforeField(CodeBuilder builder, FieldInstruction field) {
            TypeKind kind = TypeKind.from(field.typeSymbol());
            boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
            boolean isWrite = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
            int value = isWrite && !isStatic ? store(builder, kind) : -1;
            if (isStatic) {
                builder.loadConstant(field.owner().asSymbol());
            } else {
                builder.dup();
            }
            builder.loadConstant(field.name().stringValue())
                    .loadConstant(line)
                    .invokestatic(HOOKS, isWrite ? "write" : "read", OF_OBJECT);
            if (value >= 0) {
                builder.loadLocal(kind, value);
            }
        }

        private void beforeStore(CodeBuilder builder, ArrayStoreInstruction store) {
            TypeKind kind = store.typeKind().asLoadable();
            int value = store(builder, kind);
            builder.dup2().loadConstant(line).invokestatic(HOOKS, "writeElement", OF_ELEMENT);
            builder.loadLocal(kind, value);
        }

        private int store(CodeBuilder builder, TypeKind kind) {
            int slot = builder.allocateLocal(kind);
            builder.storeLocal(kind, slot);
            return slot;
        }

        /** Single reads and writes of a volatile field are safe, but not a write that depends on a read. */
        private boolean isShared(FieldInstruction field) {
            FieldModel declared = fields.get(
                    field.owner().asInternalName() + "." + field.name().stringValue());
            if (declared == null
                    || declared.flags().has(AccessFlag.FINAL)
                    || declared.flags().has(AccessFlag.SYNTHETIC)) {
                return false;
            }
            return !declared.flags().has(AccessFlag.VOLATILE) || isUpdate(field);
        }

        /** Whether it writes a field that was read just before, as {@code count++} does. */
        private boolean isUpdate(FieldInstruction field) {
            if (field.opcode() != Opcode.PUTFIELD && field.opcode() != Opcode.PUTSTATIC) {
                return false;
            }
            return recent.subList(Math.max(0, recent.size() - MAX_DISTANCE), recent.size()).stream()
                    .anyMatch(before -> before instanceof FieldInstruction read
                            && (read.opcode() == Opcode.GETFIELD || read.opcode() == Opcode.GETSTATIC)
                            && read.owner().equals(field.owner())
                            && read.name().equals(field.name()));
        }

        private static boolean isOfACollection(InvokeInstruction call) {
            return (call.opcode() == Opcode.INVOKEVIRTUAL || call.opcode() == Opcode.INVOKEINTERFACE)
                    && AccessRewriter.isCollection(call.owner().asInternalName());
        }
    }

    /** Whether an object of this static type may be a collection, or a StringBuilder. */
    static boolean isCollection(String internalName) {
        return (internalName.startsWith("java/util/") && internalName.lastIndexOf('/') == "java/util".length())
                || internalName.equals("java/lang/Iterable")
                || internalName.equals("java/lang/StringBuilder");
    }
}

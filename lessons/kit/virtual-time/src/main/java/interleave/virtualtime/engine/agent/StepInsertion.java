package interleave.virtualtime.engine.agent;

import static java.lang.constant.ConstantDescs.CD_CallSite;
import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_MethodType;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import interleave.virtualtime.engine.steps.Access;
import interleave.virtualtime.engine.steps.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Inserts the points where a thread may be preempted: before each access to a field, an array, a monitor or a class of
 * {@code java.util}, and before each call of a method of the program, which may be synchronized. Each point knows what
 * the thread is about to do, and with which object.
 */
final class StepInsertion {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.StepHooks");
    private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final DirectMethodHandleDesc LINK = ConstantDescs.ofCallsiteBootstrap(
            ClassDesc.of("interleave.virtualtime.engine.agent.MethodReferences"),
            "link",
            CD_CallSite,
            CD_MethodType,
            CD_MethodHandle,
            CD_MethodType,
            CD_String,
            CD_int);
    private static final MethodTypeDesc AT_TARGET = MethodTypeDesc.of(CD_void, CD_Object, CD_int);

    /** The code of a step with its point, if it is one. */
    Optional<Consumer<CodeBuilder>> insertedAt(CodeElement element, String owner, MethodModel method, int line) {
        boolean constructs = method.methodName().equalsString("<init>");
        String place = Steps.file(owner) + ":" + line;
        return switch (element) {
            case FieldInstruction field
            when field.owner().asInternalName().equals("java/lang/System") -> Optional.empty();
            case FieldInstruction field ->
                Optional.of(builder -> field(field, Steps.ofField(place, field), constructs, owner, builder));
            case ArrayLoadInstruction load ->
                Optional.of(builder -> {
                    builder.dup2();
                    element(new Site(place, "read an element", Access.READ, "", ""), builder);
                    builder.with(load);
                });
            case ArrayStoreInstruction store ->
                Optional.of(builder -> {
                    Shuffle.copyArrayAndIndex(builder, store.typeKind());
                    element(new Site(place, "write an element", Access.WRITE, "", ""), builder);
                    builder.with(store);
                });
            case MonitorInstruction monitor -> Optional.of(builder -> monitor(monitor, place, builder));
            case InvokeInstruction call
            when Steps.waits(call) ->
                Optional.of(builder -> {
                    Shuffle.copyReceiver(
                            builder, call.typeSymbol().parameterList().toArray(ClassDesc[]::new));
                    builder.invokestatic(HOOKS, "waiting", MethodTypeDesc.of(CD_void, CD_Object))
                            .with(call);
                });
            case ReturnInstruction end
            when method.methodName().equalsString("<clinit>") ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "initialized", MethodTypeDesc.of(CD_void))
                        .with(end));
            case InvokeDynamicInstruction dynamic
            when isMethodReference(dynamic) ->
                Steps.ofReference(place, referenced(dynamic)).map(site -> builder -> reference(dynamic, site, builder));
            case InvokeInstruction call -> Steps.ofCall(place, call).map(site -> builder -> call(call, site, builder));
            default -> Optional.empty();
        };
    }

    private static void field(
            FieldInstruction field, Site site, boolean constructs, String owner, CodeBuilder builder) {
        boolean reads = Steps.reads(field);
        boolean mayBeUnderConstruction = constructs
                && field.opcode() == Opcode.PUTFIELD
                && field.owner().asInternalName().equals(owner);
        if (field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC) {
            builder.ldc(field.owner().asSymbol());
        } else if (mayBeUnderConstruction) {
            builder.aconst_null();
        } else if (reads) {
            builder.dup();
        } else {
            Shuffle.copyReceiver(builder, field.typeSymbol());
        }
        at(reads ? "point" : "work", site, builder);
        if (constructs) {
            builder.with(field);
        } else {
            withValue(field, builder);
        }
    }

    private static void element(Site site, CodeBuilder builder) {
        builder.loadConstant(Site.add(site))
                .invokestatic(HOOKS, "element", MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int));
    }

    private static void monitor(MonitorInstruction monitor, String place, CodeBuilder builder) {
        builder.dup();
        if (monitor.opcode() == Opcode.MONITORENTER) {
            at("point", new Site(place, "synchronized", Access.LOCK, "", ""), builder);
            builder.with(monitor);
        } else {
            builder.invokestatic(HOOKS, "exiting", MethodTypeDesc.of(CD_void, CD_Object));
            builder.with(monitor);
        }
    }

    private static void call(InvokeInstruction call, Site site, CodeBuilder builder) {
        if (Steps.isOfAnElement(call)) {
            elementOfList(call, site, builder);
            return;
        }
        boolean hasReceiver =
                call.opcode() != Opcode.INVOKESTATIC && !call.name().equalsString("<init>");
        if (hasReceiver) {
            Shuffle.copyReceiver(builder, call.typeSymbol().parameterList().toArray(ClassDesc[]::new));
        } else {
            builder.aconst_null();
        }
        at(Steps.hookFor(call), site, builder);
        builder.with(call);
        if (site.access() == Access.OPAQUE) {
            builder.invokestatic(HOOKS, "returned", MethodTypeDesc.of(CD_void));
        }
    }

    private static void elementOfList(InvokeInstruction call, Site site, CodeBuilder builder) {
        if (call.name().equalsString("get")) {
            builder.dup2();
        } else {
            Shuffle.copyArrayAndIndex(builder, TypeKind.REFERENCE);
        }
        element(site, builder);
        builder.with(call);
    }

    private static boolean isMethodReference(InvokeDynamicInstruction dynamic) {
        return dynamic.bootstrapMethod().owner().equals(METAFACTORY)
                && dynamic.bootstrapMethod().methodName().equals("metafactory");
    }

    private static DirectMethodHandleDesc referenced(InvokeDynamicInstruction dynamic) {
        return (DirectMethodHandleDesc) dynamic.bootstrapArgs().get(1);
    }

    /** Creates an object whose method has a point, if the run needs that, or else the usual one. */
    private static void reference(InvokeDynamicInstruction dynamic, Site site, CodeBuilder builder) {
        var arguments = new ArrayList<ConstantDesc>(dynamic.bootstrapArgs());
        arguments.add(Steps.hookForJdk(site.owner()));
        arguments.add(Site.add(site));
        builder.invokestatic(HOOKS, "watchesReferences", MethodTypeDesc.of(CD_boolean))
                .ifThenElse(
                        watched -> watched.invokedynamic(DynamicCallSiteDesc.of(
                                LINK,
                                dynamic.name().stringValue(),
                                dynamic.typeSymbol(),
                                arguments.toArray(ConstantDesc[]::new))),
                        usual -> usual.with(dynamic));
    }

    private static void at(String hook, Site site, CodeBuilder builder) {
        builder.loadConstant(Site.add(site)).invokestatic(HOOKS, hook, AT_TARGET);
    }

    /** Emits the field access, and a call that records the value in the schedule. */
    private static void withValue(FieldInstruction field, CodeBuilder builder) {
        ClassDesc type = field.typeSymbol();
        if (Steps.reads(field)) {
            builder.with(field);
        }
        if (type.equals(CD_long) || type.equals(CD_double)) {
            builder.dup2();
        } else {
            builder.dup();
        }
        builder.loadConstant(Steps.reads(field) ? 1 : 0)
                .invokestatic(HOOKS, "value", MethodTypeDesc.of(CD_void, shownAs(type), CD_int));
        if (!Steps.reads(field)) {
            builder.with(field);
        }
    }

    private static ClassDesc shownAs(ClassDesc type) {
        return switch (type.descriptorString()) {
            case "J" -> CD_long;
            case "D" -> CD_double;
            case "F" -> CD_float;
            case "Z" -> CD_boolean;
            case "C" -> CD_char;
            case "B", "S", "I" -> CD_int;
            default -> CD_Object;
        };
    }
}

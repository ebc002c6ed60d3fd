package interleave.virtualtime.engine.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import interleave.virtualtime.engine.agent.Ordering.Moment;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets classes of the JDK say what they order. Installed only once a run looks for data races. */
final class OrderingTransformer implements ClassRewriter.Rules {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.SyncHooks");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");

    static boolean covers(String internalName) {
        return internalName.startsWith("java/")
                && Ordering.ALL.stream().anyMatch(ordering -> ordering.isOf(internalName));
    }

    @Override
    public Optional<Consumer<CodeBuilder>> atStart(String owner, MethodModel method) {
        return calls(owner, method, Moment.START);
    }

    @Override
    public Optional<Consumer<CodeBuilder>> inPlaceOf(CodeElement element, String owner, MethodModel method) {
        return element instanceof ReturnInstruction
                ? calls(owner, method, Moment.RETURN).map(hooks -> hooks.andThen(builder -> builder.with(element)))
                : Optional.empty();
    }

    private static Optional<Consumer<CodeBuilder>> calls(String owner, MethodModel method, Moment moment) {
        List<Ordering> matching = Ordering.ALL.stream()
                .filter(ordering -> ordering.moment() == moment && ordering.isOf(owner, method))
                .toList();
        return matching.isEmpty()
                ? Optional.empty()
                : Optional.of(builder -> matching.forEach(ordering -> call(ordering, builder)));
    }

    private static void call(Ordering ordering, CodeBuilder builder) {
        switch (ordering.hook()) {
            case "owned" ->
                builder.aload(0).aload(1).invokestatic(HOOKS, "owned", MethodTypeDesc.of(CD_void, CD_Object, THREAD));
            case "begin" ->
                builder.aload(0)
                        .aload(ordering.argument())
                        .invokestatic(HOOKS, "begin", MethodTypeDesc.of(CD_void, CD_Object, CD_Object));
            case "joined" -> builder.aload(0).invokestatic(HOOKS, "joined", MethodTypeDesc.of(CD_void, THREAD));
            default -> {
                if (ordering.argument() < 0) {
                    builder.invokestatic(HOOKS, ordering.hook(), MethodTypeDesc.of(CD_void));
                } else {
                    builder.aload(ordering.argument())
                            .invokestatic(HOOKS, ordering.hook(), MethodTypeDesc.of(CD_void, CD_Object));
                }
            }
        }
    }
}

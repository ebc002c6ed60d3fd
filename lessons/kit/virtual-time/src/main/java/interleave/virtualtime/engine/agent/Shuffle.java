package interleave.virtualtime.engine.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** Copies values that lie below others on the operand stack to its top. */
final class Shuffle {
    private Shuffle() {}

    /** From {@code receiver, arguments…} to {@code receiver, arguments…, receiver}. */
    static void copyReceiver(CodeBuilder builder, ClassDesc... arguments) {
        switch (slots(arguments)) {
            case 0 -> builder.dup();
            case 1 -> builder.dup2().pop();
            case 2 -> builder.dup2_x1().pop2().dup_x2();
            default -> copyReceiverBelow(arguments, builder);
        }
    }

    private static int slots(ClassDesc... types) {
        int slots = 0;
        for (ClassDesc type : types) {
            slots += TypeKind.from(type).slotSize();
        }
        return slots;
    }

    private static void copyReceiverBelow(ClassDesc[] arguments, CodeBuilder builder) {
        int[] stored = new int[arguments.length];
        for (int i = arguments.length - 1; i >= 0; i--) {
            stored[i] = builder.allocateLocal(TypeKind.from(arguments[i]));
            builder.storeLocal(TypeKind.from(arguments[i]), stored[i]);
        }
        int receiver = builder.allocateLocal(TypeKind.REFERENCE);
        builder.dup().astore(receiver);
        for (int i = 0; i < arguments.length; i++) {
            builder.loadLocal(TypeKind.from(arguments[i]), stored[i]);
        }
        builder.aload(receiver);
    }

    /** From {@code array, index, value} to {@code array, index, value, array, index}. */
    static void copyArrayAndIndex(CodeBuilder builder, TypeKind value) {
        if (value.slotSize() == 2) {
            builder.dup2_x2().pop2().dup2_x2();
        } else {
            builder.dup_x2().pop().dup2_x1();
        }
    }
}

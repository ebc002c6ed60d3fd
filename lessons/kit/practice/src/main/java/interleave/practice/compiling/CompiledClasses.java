package interleave.practice.compiling;

import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a student's files and of their check.
 *
 * @param className the student's class
 * @param code the bytecode by class name
 */
public record CompiledClasses(String className, Map<String, byte[]> code) {
    private static final Set<String> EXECUTORS = Set.of(
            "Executor",
            "ExecutorService",
            "ScheduledExecutorService",
            "ThreadPoolExecutor",
            "ScheduledThreadPoolExecutor",
            "ForkJoinPool");

    /** Whether a class of the student keeps an executor in a field, so that its threads outlive a call. */
    public boolean keepExecutor() {
        return ofTheStudent().values().stream()
                .flatMap(bytes -> ClassFile.of().parse(bytes).fields().stream())
                .anyMatch(CompiledClasses::isExecutor);
    }

    private static boolean isExecutor(FieldModel field) {
        String type = field.fieldType().stringValue();
        String prefix = "Ljava/util/concurrent/";
        return !field.flags().has(AccessFlag.SYNTHETIC)
                && type.startsWith(prefix)
                && EXECUTORS.contains(type.substring(prefix.length(), type.length() - 1));
    }

    /** The same classes, in which those of the student report accesses to objects that threads may share. */
    public Map<String, byte[]> withObservedAccesses() {
        var all = new LinkedHashMap<>(code);
        all.putAll(AccessRewriter.rewrite(ofTheStudent()));
        return all;
    }

    private Map<String, byte[]> ofTheStudent() {
        String check = className + "Check";
        var own = new LinkedHashMap<String, byte[]>();
        code.forEach((name, bytes) -> {
            if (!name.equals(check) && !name.startsWith(check + "$")) {
                own.put(name, bytes);
            }
        });
        return own;
    }
}

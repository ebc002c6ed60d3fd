package interleave.practice.compiling;

import java.lang.classfile.ClassFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The classes of a student's files and of their check.
 *
 * @param className the student's class
 * @param code the bytecode by class name
 */
public record CompiledClasses(String className, Map<String, byte[]> code) {
    /** Whether a class of the student keeps an executor in a field, so that its threads outlive a call. */
    public boolean keepExecutor() {
        return ofTheStudent().values().stream()
                .flatMap(bytes -> ClassFile.of().parse(bytes).fields().stream())
                .anyMatch(StaticExecutors::isExecutor);
    }

    /**
     * Creates the executors in static fields of the student's classes again.
     *
     * @param loader has loaded {@link #rewritten}
     * @throws Exception if the static initializer of a class does
     */
    public void renewExecutors(ClassLoader loader) throws Exception {
        for (var owner : ofTheStudent().entrySet()) {
            if (StaticExecutors.areIn(owner.getValue())) {
                StaticExecutors.renew(Class.forName(owner.getKey(), true, loader));
            }
        }
    }

    /** The same classes, in which those of the student are prepared for the search for data races. */
    public Map<String, byte[]> rewritten() {
        var all = new LinkedHashMap<>(code);
        all.putAll(AnswerRewriter.rewrite(ofTheStudent()));
        return all;
    }

    /** The simple names of the student's top-level classes. */
    public Set<String> types() {
        return ofTheStudent().keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", ""))
                .collect(Collectors.toSet());
    }

    /** These classes and others. */
    public CompiledClasses with(Map<String, byte[]> others) {
        var all = new LinkedHashMap<>(code);
        all.putAll(others);
        return new CompiledClasses(className, all);
    }

    /** The bytecode of the check. */
    public Map<String, byte[]> ofTheCheck() {
        return part(this::isOfTheCheck);
    }

    private Map<String, byte[]> ofTheStudent() {
        return part(name -> !isOfTheCheck(name));
    }

    private boolean isOfTheCheck(String name) {
        String check = className + "Check";
        return name.equals(check) || name.startsWith(check + "$");
    }

    private Map<String, byte[]> part(Predicate<String> chosen) {
        var part = new LinkedHashMap<>(code);
        part.keySet().removeIf(chosen.negate());
        return part;
    }
}

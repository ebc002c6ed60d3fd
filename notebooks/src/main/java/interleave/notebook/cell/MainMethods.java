package interleave.notebook.cell;

import interleave.notebook.Display;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/**
 * Finds the main methods of a cell. A cell that only declares a program does not run it, so the student is shown the
 * call that does.
 */
final class MainMethods {
    /** JShell nests each declared type in a class of its own, whose name may have a suffix when it is replaced. */
    private static final Pattern DECLARED_TYPE = Pattern.compile(".*\\$JShell\\$\\d+[A-Z]*\\$(\\w+)");

    private static final Set<Snippet.Kind> DECLARATIONS =
            Set.of(Snippet.Kind.IMPORT, Snippet.Kind.TYPE_DECL, Snippet.Kind.METHOD, Snippet.Kind.VAR);
    private static final String ARGUMENTS = "([Ljava/lang/String;)V";
    private static final String NO_ARGUMENTS = "()V";

    /** How to call the main method of a type, by its name. */
    private final Map<String, String> calls = new HashMap<>();

    /** Registers a class that is loaded for a snippet. */
    void register(String className, byte[] bytes) {
        Matcher declared = DECLARED_TYPE.matcher(className);
        if (declared.matches()) {
            String type = declared.group(1);
            callOf(type, ClassFile.of().parse(bytes))
                    .ifPresentOrElse(call -> calls.put(type, call), () -> calls.remove(type));
        }
    }

    private static Optional<String> callOf(String type, ClassModel model) {
        return Stream.of(ARGUMENTS, NO_ARGUMENTS)
                .flatMap(descriptor -> model.methods().stream()
                        .filter(method -> is(method, "main", descriptor))
                        .map(method -> receiver(type, model, method))
                        .flatMap(Optional::stream)
                        .map(receiver ->
                                receiver + ".main(" + (descriptor.equals(ARGUMENTS) ? "new String[0]" : "") + ");"))
                .findFirst();
    }

    private static boolean is(MethodModel method, String name, String descriptor) {
        return method.methodName().equalsString(name)
                && method.methodType().equalsString(descriptor)
                && !method.flags().has(AccessFlag.PRIVATE);
    }

    /** The type or a new instance of it; empty if there can be no instance. */
    private static Optional<String> receiver(String type, ClassModel model, MethodModel main) {
        if (main.flags().has(AccessFlag.STATIC)) {
            return Optional.of(type);
        }
        boolean instantiable = !model.flags().has(AccessFlag.ABSTRACT)
                && model.methods().stream().anyMatch(method -> is(method, ConstantDescs.INIT_NAME, NO_ARGUMENTS));
        return instantiable ? Optional.of("new " + type + "()") : Optional.empty();
    }

    /** What a cell has declared and how to run it; empty if it has run something, or declares no main method. */
    Optional<Display> hint(List<Snippet> cell) {
        if (!cell.stream().allMatch(snippet -> DECLARATIONS.contains(snippet.kind()))) {
            return Optional.empty();
        }
        String lines = cell.stream()
                .map(this::hint)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Display(lines, Map.of()));
    }

    private String hint(Snippet snippet) {
        return switch (snippet) {
            case TypeDeclSnippet type
            when calls.containsKey(type.name()) ->
                declared(type.name() + " with a main method", calls.getOrDefault(type.name(), ""));
            case MethodSnippet method
            when isMain(method) ->
                declared("the method main", method.parameterTypes().isEmpty() ? "main();" : "main(new String[0]);");
            default -> "";
        };
    }

    private static boolean isMain(MethodSnippet method) {
        return method.name().equals("main")
                && Set.of("", "String[]", "String...")
                        .contains(method.parameterTypes().strip());
    }

    private static String declared(String what, String call) {
        return "Declared " + what + ". To run it, execute a cell with: " + call;
    }
}

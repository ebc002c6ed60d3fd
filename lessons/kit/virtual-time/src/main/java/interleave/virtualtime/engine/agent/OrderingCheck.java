package interleave.virtualtime.engine.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verifies that this JDK has the methods that {@link Ordering#ALL} names. Without one of them, for example because it
 * was renamed, data races would be reported in programs that have none.
 */
final class OrderingCheck {
    private static final String CLASS = ".class";

    private OrderingCheck() {}

    /** @throws IllegalStateException if a method is missing, with a message of one sentence */
    static void run() {
        List<ClassModel> classes = covered();
        List<String> missing = Ordering.ALL.stream()
                .flatMap(Ordering::alternatives)
                .filter(ordering -> classes.stream().noneMatch(type -> isIn(type, ordering)))
                .map(Ordering::toString)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Data races cannot be found on this JDK (" + Runtime.version()
                    + "): it has no method " + String.join(", ", missing) + ".");
        }
    }

    private static List<ClassModel> covered() {
        try (ModuleReader jdk =
                        ModuleFinder.ofSystem().find("java.base").orElseThrow().open();
                Stream<String> files = jdk.list()) {
            return files.filter(file -> file.endsWith(CLASS)
                            && OrderingTransformer.covers(file.substring(0, file.length() - CLASS.length())))
                    .map(file -> parsed(jdk, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassModel parsed(ModuleReader jdk, String file) {
        try (var bytes = jdk.open(file).orElseThrow()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isIn(ClassModel type, Ordering ordering) {
        String name = type.thisClass().asInternalName();
        return ordering.isOf(name) && type.methods().stream().anyMatch(method -> ordering.isOf(name, method));
    }
}

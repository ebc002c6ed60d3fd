package benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package for each lesson, a few shared ones, and the runner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {
    private static final int MAX_TYPES = 20;

    private static final Set<String> NAMED_BY_COMPILER = Set.of("package-info", "Companion");

    /** Versions that are not measured, and the reason. */
    private static final Set<String> NOT_MEASURED = Set.of(
            "chatserver.Sequential", // it serves one client
            "deadlocks.WithThreadPool", // wrong on purpose, it hangs
            "deadlocks.WithCommonPool",
            "deadlocks.WithEventLoop",
            "deadlocks.WithVirtualThreads", // lesson 20 measures the cures for locks
            "downloads.Sequential", // lesson 15 measures how files are written, and no network
            "downloads.WithEventLoop",
            "downloads.WithThreadPool",
            "downloads.WithVirtualThreads",
            "eventloop.Sequential", // lesson 03 measures the loop itself, and its peers
            "eventloop.WithEventLoop",
            "eventloop.WithMiniLoop",
            "sharedstate.Sequential", // lesson 19 measures a single increment, not whole programs
            "sharedstate.WithAtomic",
            "sharedstate.WithEventLoop",
            "sharedstate.WithLock");

    /** Main and test classes, without those that JMH generates. */
    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("benchmarks");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("benchmarks.(*)..").should().beFreeOfCycles().check(module);
    }

    @Test
    void noOtherPackageUsesTheRunner() {
        classes()
                .that()
                .resideInAPackage("benchmarks.runner..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("benchmarks.runner..")
                .check(module);
    }

    @Test
    void noOtherPackageUsesBenchmarks() {
        for (String lesson : packagesWithBenchmarks()) {
            classes()
                    .that()
                    .resideInAPackage(lesson + "..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAPackage(lesson + "..")
                    .check(module);
        }
    }

    @Test
    void packagesAreSmall() {
        var sizes = module.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, toSet()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, types) -> assertThat(types).hasSizeLessThanOrEqualTo(MAX_TYPES));
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        Set<Path> folders = sources("java");
        folders.addAll(sources("kotlin"));

        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(
                                Path.of("src/main/java").resolve(folder).resolve("package-info.java"))
                        .content()
                        .startsWith("/**"));
    }

    private static Set<Path> sources(String language) throws IOException {
        Path root = Path.of("src/main", language);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file.getParent()))
                    .collect(toSet());
        }
    }

    @Test
    void noTwoTypesHaveTheSameSimpleName() {
        Map<String, List<String>> names = module.stream()
                .filter(not(type -> type.isAnonymousClass() || NAMED_BY_COMPILER.contains(type.getSimpleName())))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
        assertThat(names).isNotEmpty();

        names.values().removeIf(types -> types.size() == 1);

        assertThat(names).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packagesWithBenchmarks")
    void benchmarkCallsEveryVersionOfItsLesson(String lesson) {
        Set<String> used = module.stream()
                .filter(type -> type.getPackageName().equals(lesson))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getName)
                .collect(toSet());

        assertThat(used).containsAll(versions(lesson.substring("benchmarks.".length())));
    }

    /** The versions of a lesson; none for a benchmark that goes beyond one lesson. */
    private static List<String> versions(String lesson) {
        return new ClassFileImporter()
                .importPackages(lesson).stream()
                        .map(JavaClass::getName)
                        .filter(name -> name.matches(lesson + "\\.(Sequential|With[A-Z]\\w+)"))
                        .filter(not(NOT_MEASURED::contains))
                        .toList();
    }

    Set<String> packagesWithBenchmarks() {
        return module.stream()
                .filter(type -> type.getSimpleName().endsWith("Benchmark"))
                .map(JavaClass::getPackageName)
                .collect(toSet());
    }
}

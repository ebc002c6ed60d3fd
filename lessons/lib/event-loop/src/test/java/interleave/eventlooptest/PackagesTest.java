package interleave.eventlooptest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages of the loop: what each may use, and what programs see. */
class PackagesTest {
    private static final String LOOP = "interleave.eventloop";
    private static final Path COMPILED = compiled();
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(COMPILED);

    @Test
    void packagesHaveNoCycles() {
        slices().matching("(" + LOOP + "..)").should().beFreeOfCycles().check(CLASSES);
    }

    static Stream<Arguments> usesOfPackages() {
        return Stream.of(
                Arguments.of("observation", List.of()),
                Arguments.of("network", List.of()),
                Arguments.of("inspection", List.of()),
                Arguments.of("scheduling", List.of("network", "observation")),
                Arguments.of("futures", List.of("scheduling", "observation")));
    }

    @ParameterizedTest
    @MethodSource("usesOfPackages")
    void innerPackageUsesOnlyWhatItsPackageInfoSays(String name, List<String> others) {
        String itself = LOOP + "." + name;
        var allowed = Stream.concat(
                Stream.of("java..", "jdk.jfr..", itself), others.stream().map(other -> LOOP + "." + other));

        classes()
                .that(resideInAPackage(itself))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .check(CLASSES);
    }

    @Test
    void moduleExportsOnlyTheApiAndItsInspection() throws IOException {
        try (var descriptor = Files.newInputStream(COMPILED.resolve("module-info.class"))) {
            assertThat(ModuleDescriptor.read(descriptor).exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrder(LOOP, LOOP + ".inspection");
        }
    }

    @Test
    void apiIsSmallEnoughToRead() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(LOOP))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "EventLoop",
                        "Task",
                        "AsyncSemaphore",
                        "AsyncLock",
                        "AsyncQueue",
                        "Repetition",
                        "Connection",
                        "Server");
    }

    private static Path compiled() {
        try {
            return Path.of(EventLoop.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

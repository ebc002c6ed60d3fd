package interleave.recorder;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;

/**
 * Checks the dependencies between packages that each package-info allows: data flows from capture over model to views.
 */
class ArchitectureTest {

    private static final int MAX_TYPES = 20;
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("interleave.recorder.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void packagesUseOnlyWhatTheirPackageInfoNames() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("entry")
                .definedBy("interleave.recorder")
                .layer("capture")
                .definedBy("interleave.recorder.capture")
                .layer("stack")
                .definedBy("interleave.recorder.stack")
                .layer("model")
                .definedBy("interleave.recorder.model")
                .layer("layout")
                .definedBy("interleave.recorder.layout")
                .layer("text")
                .definedBy("interleave.recorder.text")
                .layer("svg")
                .definedBy("interleave.recorder.svg")
                .layer("page")
                .definedBy("interleave.recorder.page")
                .layer("trace")
                .definedBy("interleave.recorder.trace")
                .whereLayer("entry")
                .mayOnlyAccessLayers("capture", "model")
                .whereLayer("capture")
                .mayOnlyAccessLayers("stack", "model")
                .whereLayer("stack")
                .mayOnlyAccessLayers("model")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("layout")
                .mayOnlyAccessLayers("model")
                .whereLayer("text")
                .mayOnlyAccessLayers("layout", "model")
                .whereLayer("svg")
                .mayOnlyAccessLayers("layout", "model")
                .whereLayer("page")
                .mayOnlyAccessLayers("svg", "layout", "model")
                .whereLayer("trace")
                .mayOnlyAccessLayers("layout", "model")
                .check(MAIN);
    }

    @Test
    void packagesAreSmallAndDescribed() {
        assertThat(MAIN.stream().filter(JavaClass::isTopLevelClass).collect(groupingBy(JavaClass::getPackageName)))
                .allSatisfy((name, types) -> {
                    assertThat(types).as(name).hasSizeLessThanOrEqualTo(MAX_TYPES + 1); // and package-info
                    assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                            .exists();
                });
    }

    @Test
    void simpleNamesAreUnique() {
        Collection<? extends Collection<JavaClass>> sameName = new ClassFileImporter()
                .importPaths("target/classes", "target/test-classes").stream()
                        .filter(type -> !type.getSimpleName().isEmpty()
                                && !type.getSimpleName().equals("package-info"))
                        .collect(groupingBy(JavaClass::getSimpleName))
                        .values();

        assertThat(sameName).allSatisfy(types -> assertThat(types).hasSize(1));
    }
}

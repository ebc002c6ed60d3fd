package interleave.notebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the packages of this module depend on each other. */
class PackagesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("interleave.notebook");

    @Test
    void packagesHaveNoCycle() {
        slices().matching("interleave.notebook.(*)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Students import its types, with any kernel. */
    @Test
    void rootPackageUsesNoOtherPackage() {
        noClasses()
                .that()
                .resideInAPackage("interleave.notebook")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("interleave.notebook.*")
                .check(CLASSES);
    }

    @Test
    void simpleNamesAreUnique() {
        var withSameName = CLASSES.stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));

        assertThat(withSameName.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }
}

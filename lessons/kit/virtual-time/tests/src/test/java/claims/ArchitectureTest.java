package claims;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks what each package may use, as its package-info says. The engine is loaded by the bootstrap class loader. */
class ArchitectureTest {
    /** The classes of the engine are package-private, so that rewritten classes can call its hooks only. */
    private static final int MAX_TYPES = 30;

    private static final String API = "interleave.virtualtime";
    private static final String INSTALL = API + ".install";
    private static final String ENGINE = API + ".engine";
    private static final String AGENT = ENGINE + ".agent";
    private static final String WAITS = ENGINE + ".waits";
    private static final String STEPS = ENGINE + ".steps";
    private static final String POLICY = ENGINE + ".policy";
    private static final String RACES = ENGINE + ".races";
    private static final String EXPLORATION = ENGINE + ".exploration";
    private static final String SCHEDULING = API + ".scheduling";
    private static final String HANGS = API + ".hangs";
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    @Test
    void engineUsesOnlyTheJdkAndItself() {
        classes()
                .that(resideInAPackage(ENGINE))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "jdk..", ENGINE, WAITS, STEPS, RACES, POLICY))
                .check(MAIN);
    }

    /** A real run loads them without the engine. */
    @Test
    void waitsUseOnlyTheJdk() {
        classes()
                .that(resideInAPackage(WAITS))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", WAITS))
                .check(MAIN);
    }

    @Test
    void stepsUseOnlyTheJdk() {
        classes()
                .that(resideInAPackage(STEPS))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", STEPS))
                .check(MAIN);
    }

    @Test
    void racesUseOnlyTheSteps() {
        classes()
                .that(resideInAPackage(RACES))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", STEPS, RACES))
                .check(MAIN);
    }

    @Test
    void explorationIsAPolicy() {
        classes()
                .that(resideInAPackage(EXPLORATION))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", POLICY, STEPS, EXPLORATION))
                .check(MAIN);
    }

    /** The types of a chooser, which a program may implement, are loaded without the engine. */
    @Test
    void schedulingUsesOnlyTheJdk() {
        classes()
                .that(resideInAPackage(SCHEDULING))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", SCHEDULING))
                .check(MAIN);
    }

    /** The reports of what threads wait for are the only part of the engine that works without it. */
    @Test
    void watchOfRealRunsDoesNotUseTheEngine() {
        classes()
                .that(resideInAPackage(HANGS))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", API, WAITS, HANGS))
                .check(MAIN);
    }

    @Test
    void agentUsesOnlyTheJdkAndTheEngine() {
        classes()
                .that(resideInAPackage(AGENT))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", ENGINE, STEPS, AGENT))
                .check(MAIN);
    }

    @Test
    void installationKnowsTheEngineByNameOnly() {
        noClasses()
                .that(resideInAPackage(INSTALL))
                .should()
                .dependOnClassesThat(resideInAnyPackage(API, ENGINE + ".."))
                .check(MAIN);
    }

    @Test
    void interfaceDoesNotUseTheAgent() {
        noClasses()
                .that(resideInAPackage(API))
                .should()
                .dependOnClassesThat(resideInAPackage(AGENT))
                .check(MAIN);
    }

    /** A class that names the engine before it is installed would load it into the wrong class loader. */
    @Test
    void publicClassesDoNotNameTheEngine() {
        noClasses()
                .that(resideInAPackage(API))
                .and()
                .arePublic()
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENGINE + ".."))
                .check(MAIN);
    }

    @Test
    void packagesAreSmallAndDescribed() {
        assertThat(MAIN.stream().filter(JavaClass::isTopLevelClass).collect(groupingBy(JavaClass::getPackageName)))
                .hasSize(12)
                .allSatisfy((name, types) -> {
                    assertThat(types).as(name).hasSizeLessThanOrEqualTo(MAX_TYPES + 1); // and package-info
                    assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                            .exists();
                });
    }

    @Test
    void simpleNamesAreUnique() {
        List<String> names = new ClassFileImporter()
                .importPaths("target/classes", "target/test-classes").stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }
}

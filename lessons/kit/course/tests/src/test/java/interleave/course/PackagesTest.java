package interleave.course;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages of the course and of practice: small, documented, without cycles, and no name twice in a module. */
@Execution(ExecutionMode.CONCURRENT)
class PackagesTest {
    private static final int MOST_TYPES = 20;
    private static final String PACKAGE_INFO = "package-info.java";

    @ParameterizedTest
    @ValueSource(strings = {"interleave.course", "interleave.practice"})
    void packagesHaveNoCycles(String root) {
        slices().assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {"course", "practice"})
    void packagesHaveAtMostTwentyTypes(String module) throws IOException {
        Map<Path, Long> sizes =
                types(module, "src/main/java").stream().collect(groupingBy(Path::getParent, counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((folder, types) ->
                        assertThat(types).as("types in " + folder).isLessThanOrEqualTo(MOST_TYPES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"course", "practice"})
    void packagesAreDocumented(String module) throws IOException {
        assertThat(types(module, "src/main/java"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(file.resolveSibling(PACKAGE_INFO)).exists());
    }

    /** Main and test code together. */
    @ParameterizedTest
    @CsvSource({"course, tests/src/test/java", "practice, src/test/java"})
    void typesHaveDifferentNames(String module, String tests) throws IOException {
        var files = Stream.concat(types(module, "src/main/java").stream(), types(module, tests).stream());

        assertThat(files.map(Path::getFileName)).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<Path> types(String module, String sources) throws IOException {
        Path folder = CommandRun.COURSE.resolve("lessons/kit").resolve(module).resolve(sources);
        return SourceTree.below(folder, ".java").stream()
                .filter(file -> !file.endsWith(PACKAGE_INFO))
                .toList();
    }

    /** A slice for each package. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}

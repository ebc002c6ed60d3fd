package conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conformance.TckJvm.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the JSR-166 TCK, the JDK's tests of java.util.concurrent, in real time, in virtual time, and with a search for
 * data races. The README says how to start it.
 */
class TckTest {
    private static final String SOURCES = "tck.sources";
    private static final String JUNIT = "tck.junit";

    /** With fewer workers, some of its tests fail in real time, too. */
    private static final String PARALLELISM = "3";

    @TempDir
    private Path classes;

    /** Of the three modes of {@link TckClass}, each demands more than the one before. */
    @ParameterizedTest
    @CsvSource({"real, virtual", "virtual, races"})
    void testsThatPassInOneModePassInTheNext(String mode, String next) throws Exception {
        Path sources = Path.of(System.getProperty(SOURCES, ""));
        assumeTrue(
                Files.exists(sources.resolve("JSR166TestCase.java")),
                "To run the JSR-166 TCK, set -D" + SOURCES + " to the folder of its sources and -D" + JUNIT
                        + " to the class path of JUnit 4.");
        compile(sources);
        String classPath =
                String.join(File.pathSeparator, classes.toString(), System.getProperty("java.class.path"), junit());
        var first = new TckJvm(classPath, PARALLELISM);
        var second = new TckJvm(classPath, PARALLELISM);
        var differing = new ArrayList<String>();
        for (String type : testClasses(sources)) {
            List<Result> passing = first.run(mode, type);
            List<Result> expected = second.run(next, type);
            System.out.printf(
                    "%s: %d pass in mode %s, %d in mode %s%n", type, passed(passing), mode, passed(expected), next);
            differing.addAll(differing(passing, expected));
        }
        System.out.println("Time of the tests: " + mode + " " + first.time() + ", " + next + " " + second.time());
        assertThat(differing).isEmpty();
    }

    private static String junit() {
        return System.getProperty(JUNIT, "");
    }

    private void compile(Path sources) throws IOException {
        var arguments = new ArrayList<String>(List.of(
                "-nowarn",
                "--add-exports=java.base/jdk.internal.util=ALL-UNNAMED",
                "-d",
                classes.toString(),
                "-cp",
                junit()));
        javaFiles(sources).map(Path::toString).forEach(arguments::add);
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("exit code of the compiler").isZero();
    }

    /** All test classes, or those that match the pattern {@code -Dtck.classes}. */
    private static List<String> testClasses(Path sources) throws IOException {
        String pattern = System.getProperty("tck.classes", ".*");
        return javaFiles(sources)
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> name.endsWith("Test") && name.matches(pattern))
                .sorted()
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    /** The tests that pass in the first mode only, with their failures in the second. */
    private static List<String> differing(List<Result> first, List<Result> second) {
        var differing = new ArrayList<String>();
        for (int test = 0; test < Math.min(first.size(), second.size()); test++) {
            if (first.get(test).passed() && !second.get(test).passed()) {
                differing.add(second.get(test).test() + ": " + second.get(test).failure());
            }
        }
        differing.forEach(test -> System.out.println("    " + test));
        return differing;
    }

    private static long passed(List<Result> results) {
        return results.stream().filter(Result::passed).count();
    }
}

package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.kernel.JupyterClient.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types, methods and programs that cells declare. */
@SharedKernel
class DeclarationsTest {
    static final String STRUCTURED_SCOPE = """
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> IO.println("forked"));
            scope.join();
        }\
        """;

    private final JupyterClient kernel;

    DeclarationsTest(JupyterClient kernel) {
        this.kernel = kernel;
    }

    @Test
    void cellMayDeclareTypesThatReferToEachOther() {
        assertThat(kernel.run("""
            sealed interface Shape permits Circle, Square {}
            record Circle(double radius) implements Shape {}
            record Square(double side) implements Shape {}
            double area(Shape shape) {
                return switch (shape) {
                    case Circle(var radius) -> Math.PI * radius * radius;
                    case Square(var side) -> side * side;
                };
            }
            area(new Square(3))\
            """).value()).isEqualTo("9.0");
        assertThat(kernel.run("""
            class Hen { Egg egg() { return new Egg(); } }
            class Egg { Hen hen() { return new Hen(); } }
            boolean isEven(int n) { return n == 0 || isOdd(n - 1); }
            boolean isOdd(int n) { return n != 0 && isEven(n - 1); }
            new Hen().egg().hen().getClass().getSimpleName() + isEven(10)\
            """).value()).isEqualTo("Hentrue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        class A1 { public static void main(String[] a) { IO.println("ran"); } } | A1.main(new String[0]);
        class A2 { static void main(String... a) { IO.println("ran"); } }       | A2.main(new String[0]);
        class A3 { static void main() { IO.println("ran"); } }                  | A3.main();
        class A4 { void main() { IO.println("ran"); } }                         | new A4().main();
        record A5(int x) { static void main() { IO.println("ran"); } }          | A5.main();
        interface A6 { static void main(String[] a) { IO.println("ran"); } }    | A6.main(new String[0]);
        enum A7 { ONE; static void main() { IO.println("ran"); } }              | A7.main();
        package a.b; public class A8 { static void main() { IO.println("ran"); } } | A8.main();
        void main() { IO.println("ran"); }                                      | main();
        public static void main(String[] args) { IO.println("ran"); }           | main(new String[0]);
        import module java.base; void main() { IO.println("ran"); }             | main();
        """)
    void cellThatOnlyDeclaresMainSaysHowToRunIt(String program, String call) {
        Run run = kernel.run(program);
        assertThat(run.status()).isEqualTo("ok");
        assertThat(run.value()).startsWith("Declared ").endsWith("To run it, execute a cell with: " + call);
        assertThat(kernel.run(call).stdout()).isEqualTo("ran\n");
        assertThat(kernel.run(program + "\n" + call).result()).isEmpty();
    }

    @Test
    void runsLessonFileThatIsPastedIntoCell() throws IOException {
        String file = Files.readString(Path.of("../lessons/01-greet/src/main/java/greet/Sequential.java"));
        assertThat(file).startsWith("package greet;");

        assertThat(kernel.run("// pasted\n/* by a\n * student */\n" + file).value())
                .isEqualTo("Declared Sequential with a main method."
                        + " To run it, execute a cell with: Sequential.main();");
        assertThat(kernel.run("new Sequential().greetAll(List.of(\"Alice\"), java.time.Duration.ZERO);")
                        .stdout())
                .isEqualTo("Hello, Alice!\nGoodbye, Alice!\n");
        assertThat(kernel.run("package greet;\n\nint wrong = unknown;").error())
                .first()
                .isEqualTo("line 3: cannot find symbol: variable unknown");
    }

    @Test
    void rerunCellReplacesItsDeclarations() {
        kernel.run("class Guest { String hello() { return \"Hello\"; } }\nvar guest = new Guest();");
        assertThat(kernel.run("class Guest { String hello() { return \"Hi\"; } }\nnew Guest().hello()")
                        .value())
                .isEqualTo("Hi");
    }

    @Test
    void previewFeaturesAreOffByDefault() {
        assertThat(kernel.run(STRUCTURED_SCOPE).error()).first().asString().contains("preview");
    }
}

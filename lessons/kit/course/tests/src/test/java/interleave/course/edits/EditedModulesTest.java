package interleave.course.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.course.lessons.CourseException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedModulesTest {
    private static final String TEA = "lessons/01-tea";
    private static final String KETTLE = "package tea; class Kettle { static String boil() { return \"hot\"; } }";
    private static final String CUP = "package tea; class Cup { static String fill() { return Kettle.boil(); } }";

    @TempDir
    Path home;

    @BeforeEach
    void handOut() throws IOException {
        new JarOutputStream(Files.newOutputStream(home.resolve("course.jar"))).close();
        write(TEA, "tea/Kettle.java", KETTLE);
        write(TEA, "tea/Cup.java", CUP);
        write("lessons/02-cake", "cake/Cake.java", "package cake; class Cake {}");
        write("lessons/lib/loop", "loop/Loop.java", "package loop; class Loop {}");
        write("benchmarks", "benchmarks/TeaBenchmark.java", "package benchmarks; class TeaBenchmark {}");
        HandedOut.main(new String[] {home.toString(), home.resolve("lib").toString()});
    }

    @Test
    void compilesNothingUntilASourceIsChanged() throws IOException {
        edits().compile();

        assertThat(home.resolve("target")).doesNotExist();
    }

    @Test
    void compilesTheWholeModuleOfAChangedSource() throws Exception {
        write(TEA, "tea/Kettle.java", KETTLE.replace("hot", "very hot"));
        edits().compile();

        assertThat(call("tea.Cup", "fill")).isEqualTo("very hot");
        assertThat(classes().resolve("cake")).doesNotExist();
        edits().requireCompiled(home.resolve(TEA));
    }

    @Test
    void compilesAnAddedSource() throws Exception {
        write(TEA, "tea/Milk.java", "package tea; class Milk { static String pour() { return \"white\"; } }");
        edits().compile();

        assertThat(call("tea.Milk", "pour")).isEqualTo("white");
    }

    @Test
    void compilesOncePerChange() throws IOException {
        write(TEA, "tea/Kettle.java", KETTLE.replace("hot", "very hot"));
        edits().compile();
        Files.delete(classes().resolve("tea/Kettle.class"));
        edits().compile();

        assertThat(classes().resolve("tea/Kettle.class")).doesNotExist();
    }

    @Test
    void deletesClassesWhenTheChangeIsUndone() throws IOException {
        write(TEA, "tea/Kettle.java", KETTLE.replace("hot", "very hot"));
        edits().compile();
        write(TEA, "tea/Kettle.java", KETTLE);
        edits().compile();

        assertThat(home.resolve("target/edited")).doesNotExist();
    }

    @Test
    void refusesOnlyTheLessonThatDoesNotCompile() throws IOException {
        write(TEA, "tea/Kettle.java", KETTLE.replace("return", "retrun"));
        edits().compile();

        assertThatThrownBy(() -> edits().requireCompiled(home.resolve(TEA)))
                .isInstanceOf(CourseException.class)
                .message()
                .startsWith(Path.of(TEA, "src/main/java/tea/Kettle.java") + ":1: ")
                .contains("retrun \"hot\"", "Fix this line")
                .hasLineCount(3);
        assertThatCode(() -> edits().requireCompiled(home.resolve("lessons/02-cake")))
                .doesNotThrowAnyException();
    }

    @Test
    void lessonThatDoesNotCompilePreventsOnlyItsOwnBenchmarks() throws IOException {
        write(TEA, "tea/Kettle.java", KETTLE.replace("return", "retrun"));
        edits().compile();
        Path tea = home.resolve(TEA);
        Path cake = home.resolve("lessons/02-cake");

        assertThatCode(() -> edits().requireCompiledBenchmarks(List.of(cake))).doesNotThrowAnyException();
        assertThatThrownBy(() -> edits().requireCompiledBenchmarks(List.of(cake, tea)))
                .isInstanceOf(CourseException.class);
        assertThatThrownBy(() -> edits().requireCompiledBenchmarks(List.of())).isInstanceOf(CourseException.class);
    }

    @Test
    void copiesResourcesOfAChangedModule() throws IOException {
        writeFile("lessons/02-cake/src/main/resources/cake/recipe.txt", "flour");
        edits().compile();
        assertThat(classes().resolve("cake/recipe.txt")).hasContent("flour");

        writeFile("lessons/02-cake/src/main/resources/cake/recipe.txt", "flour and sugar");
        edits().compile();
        assertThat(classes().resolve("cake/recipe.txt")).hasContent("flour and sugar");
    }

    @Test
    void runsTheLessonAgainAfterTheErrorIsFixed() throws IOException {
        write(TEA, "tea/Kettle.java", KETTLE.replace("return", "retrun"));
        edits().compile();
        write(TEA, "tea/Kettle.java", KETTLE.replace("hot", "very hot"));
        edits().compile();

        assertThatCode(() -> edits().requireCompiled(home.resolve(TEA))).doesNotThrowAnyException();
    }

    @Test
    void refusesAllLessonsWhenALibraryDoesNotCompile() throws IOException {
        write("lessons/lib/loop", "loop/Loop.java", "package loop; class Loop {");
        edits().compile();

        assertThatThrownBy(() -> edits().requireCompiled(home.resolve(TEA)))
                .hasMessageContaining("Loop.java:1: reached end of file");
    }

    @Test
    void refusesToMeasureChangedBenchmarks() throws IOException {
        write("benchmarks", "benchmarks/TeaBenchmark.java", "package benchmarks; final class TeaBenchmark {}");
        edits().compile();

        assertThatThrownBy(() -> edits().requireCompiledBenchmarks(List.of(home.resolve(TEA))))
                .hasMessageContaining("JMH generates code");
        edits().requireCompiled(home.resolve(TEA));
    }

    @Test
    void leavesAProjectToMaven() throws IOException {
        Files.delete(home.resolve("course.jar"));
        write(TEA, "tea/Kettle.java", KETTLE.replace("hot", "very hot"));
        edits().compile();

        assertThat(home.resolve("target")).doesNotExist();
    }

    private EditedModules edits() {
        return new EditedModules(home);
    }

    private Path classes() {
        return home.resolve("target/edited/classes");
    }

    private void write(String module, String file, String code) throws IOException {
        writeFile(module + "/src/main/java/" + file, code);
    }

    private void writeFile(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Object call(String className, String method) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {classes().toUri().toURL()}, null)) {
            var called = loader.loadClass(className).getDeclaredMethod(method);
            called.setAccessible(true);
            return called.invoke(null);
        }
    }
}

package eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The event-loop versions of lessons 01, 02, 04 and 05 run on MiniLoop unchanged. The test compiles MiniLoop under the
 * name of the real loop, and loads the lessons' own class files beside it, where no class of the real loop is found.
 */
class MiniLoopRunsLessonsTest {
    private static final Path SOURCES = Path.of("src/main/java/eventloop");
    private static final String EVENT_LOOP = "interleave.eventloop.EventLoop";

    private static URLClassLoader onMiniLoop;

    @BeforeAll
    static void compileMiniLoopAsTheRealLoop(@TempDir Path folder) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(List.of(renamed("MiniLoop", "EventLoop", folder), renamed("MiniTask", "Task", folder)), classes);
        URL[] places = Stream.concat(
                        Stream.of(classes.toUri().toURL()),
                        Stream.of(
                                        greet.WithEventLoop.class,
                                        countdown.WithEventLoop.class,
                                        lazyandforgotten.WithEventLoop.class,
                                        gatherandtasks.WithEventLoop.class)
                                .map(version -> version.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()))
                .toArray(URL[]::new);
        onMiniLoop = new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void closeClassLoader() throws IOException {
        onMiniLoop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greet",
                "countdown",
                "lazyandforgotten lazy",
                "lazyandforgotten forgotten",
                "lazyandforgotten seen",
                "gatherandtasks gather",
                "gatherandtasks tasks",
                "gatherandtasks failure"
            })
    void lessonPrintsTheSameLinesAtTheSameTimesOnBothLoops(String program) throws Exception {
        VirtualRun expected = run(program, getClass().getClassLoader());
        VirtualRun actual = run(program, onMiniLoop);

        assertThat(linesAndTimes(actual)).isNotEmpty().isEqualTo(linesAndTimes(expected));
        assertThat(actual.elapsed()).isEqualTo(expected.elapsed());
        assertThat(actual.leftRunning()).isEmpty();
    }

    @Test
    void lessonsRunOnMiniLoop() throws Exception {
        Class<?> version = onMiniLoop.loadClass("greet.WithEventLoop");
        Class<?> loop = version.getClassLoader().loadClass(EVENT_LOOP);

        assertThat(loop.getDeclaredClasses()).extracting(Class::getSimpleName).containsExactly("Timer");
        assertThat(loop.getClassLoader()).isSameAs(onMiniLoop);
    }

    private static VirtualRun run(String program, ClassLoader loader) throws Exception {
        String[] words = program.split(" ");
        Class<?> version = loader.loadClass(words[0] + ".WithEventLoop");
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        return VirtualTime.run(() -> callMain(version, arguments));
    }

    private static void callMain(Class<?> version, String[] arguments) throws IllegalAccessException {
        Method main = Arrays.stream(version.getDeclaredMethods())
                .filter(method -> method.getName().equals("main"))
                .findFirst()
                .orElseThrow();
        main.setAccessible(true);
        try {
            main.invoke(null, main.getParameterCount() == 0 ? new Object[0] : new Object[] {arguments});
        } catch (InvocationTargetException failed) {
            throw new AssertionError(version + " failed", failed.getCause());
        }
    }

    private static List<String> linesAndTimes(VirtualRun run) {
        return run.lines().stream().map(line -> line.at() + " " + line.text()).toList();
    }

    private static Path renamed(String mini, String real, Path folder) throws IOException {
        String source = Files.readString(SOURCES.resolve(mini + ".java"))
                .replace("package eventloop;", "package interleave.eventloop;")
                .replace("MiniLoop", "EventLoop")
                .replace("MiniTask", "Task");
        return Files.writeString(folder.resolve(real + ".java"), source);
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", classes.toString(), "-proc:none");
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}

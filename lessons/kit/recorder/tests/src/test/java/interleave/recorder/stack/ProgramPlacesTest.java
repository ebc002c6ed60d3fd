package interleave.recorder.stack;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Place;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramPlacesTest {

    @Test
    void findsOnlyLinesOfTheProgram() {
        assertThat(ProgramPlaces.of(Stream.of(
                        new Frame("java.lang.Thread", "sleep", 509),
                        new Frame("greet.Sequential", "greet", 20),
                        new Frame("greet.Sequential$Guest", "come", 12),
                        new Frame("interleave.course.Version", "run", 99))))
                .containsExactly(new Place("Sequential.java", 20), new Place("Sequential.java", 12));
    }

    @Test
    void omitsLibrariesAndKeepsNotebookCells() {
        assertThat(ProgramPlaces.of(Stream.of(
                        new Frame("com.zaxxer.hikari.pool.HikariPool", "getConnection", 160),
                        new Frame("REPL.$JShell$12", "do_it$", 5))))
                .containsExactly(new Place("$JShell$12.java", 5));
    }

    @Test
    void classInsideAPackageOfALessonIsPartOfTheProgram() {
        assertThat(ProgramPlaces.of(Stream.of(
                        new Frame("java.util.HashMap", "get", 560),
                        new Frame("io.vertx.Vertx", "close", 30),
                        new Frame("interleave.eventloop.EventLoop", "sleep", 99),
                        new Frame("contextmanager.databases.InMemoryServer", "sleep", 12))))
                .containsExactly(new Place("InMemoryServer.java", 12));
    }

    @Test
    void omitsFramesBelowTurnOfLoop() {
        assertThat(ProgramPlaces.of(Stream.of(
                        new Frame("interleave.eventloop.futures.Sleep", "<init>", 18),
                        new Frame("greet.Loop", "greet", 23),
                        new Frame("interleave.eventloop.Task", "start", 99),
                        new Frame("interleave.eventloop.scheduling.Scheduler", "callThoseReady", 333),
                        new Frame("greet.Loop", "main", 42))))
                .containsExactly(new Place("Loop.java", 23));
    }

    @Test
    void omitsClassesOfTheLoop() {
        assertThat(ProgramPlaces.of(Stream.of(
                        new Frame("interleave.eventloop.futures.Gather", "<init>", 16),
                        new Frame("eventloop.WithEventLoop", "runBoth", 18))))
                .containsExactly(new Place("WithEventLoop.java", 18));
    }

    @Test
    void omitsUnknownLines() {
        assertThat(ProgramPlaces.of(Stream.of(new Frame("greet.Sequential", "greet", -1))))
                .isEmpty();
    }
}

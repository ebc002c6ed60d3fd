package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.Place.Call;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void onlyTheProgramsLinesCount() {
        assertThat(Place.of(Stream.of(
                        new Call("java.lang.Thread", "sleep", 509),
                        new Call("greet.Sequential", "greet", 20),
                        new Call("greet.Sequential$Guest", "come", 12),
                        new Call("interleave.course.Version", "run", 99))))
                .containsExactly(new Place("Sequential.java", 20), new Place("Sequential.java", 12));
    }

    @Test
    void theLinesOfALibraryAreNotTheProgramsAndThoseOfANotebooksCellAre() {
        assertThat(Place.of(Stream.of(
                        new Call("com.zaxxer.hikari.pool.HikariPool", "getConnection", 160),
                        new Call("REPL.$JShell$12", "do_it$", 5))))
                .containsExactly(new Place("$JShell$12.java", 5));
    }

    @Test
    void classInsideAPackageOfALessonIsPartOfTheProgram() {
        assertThat(Place.of(Stream.of(
                        new Call("java.util.HashMap", "get", 560),
                        new Call("io.vertx.Vertx", "close", 30),
                        new Call("interleave.eventloop.EventLoop", "sleep", 99),
                        new Call("contextmanager.databases.InMemoryServer", "sleep", 12))))
                .containsExactly(new Place("InMemoryServer.java", 12));
    }

    @Test
    void aTaskIsNotWhereItsLoopWasStarted() {
        assertThat(Place.of(Stream.of(
                        new Call("interleave.eventloop.futures.Sleep", "<init>", 18),
                        new Call("greet.Loop", "greet", 23),
                        new Call("interleave.eventloop.Task", "start", 99),
                        new Call("interleave.eventloop.scheduling.Scheduler", "callThoseReady", 333),
                        new Call("greet.Loop", "main", 42))))
                .containsExactly(new Place("Loop.java", 23));
    }

    @Test
    void theLoopsOwnClassesAreNotTheProgram() {
        assertThat(Place.of(Stream.of(
                        new Call("interleave.eventloop.futures.Gather", "<init>", 16),
                        new Call("eventloop.WithEventLoop", "runBoth", 18))))
                .containsExactly(new Place("WithEventLoop.java", 18));
    }

    @Test
    void aLineThatIsNotKnownIsLeftOut() {
        assertThat(Place.of(Stream.of(new Call("greet.Sequential", "greet", -1))))
                .isEmpty();
    }
}

package greet;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is greeted before the first pause is over: a pause of an hour that the test interrupts. */
class GreeterTest {
    private static final List<String> GUESTS = List.of("Alice", "Bob", "Charlie");
    private final PrintStream out = System.out;

    static List<Greeter> everyoneAtOnce() {
        return List.of(new WithThreadPool(3), new WithEventLoop(), new WithVirtualThreads());
    }

    @Test
    void sequentialGreetsOneGuestBeforeTheFirstPauseEnds() throws Exception {
        assertThat(greetedDuringTheFirstPause(new Sequential(), 1)).containsExactly("Hello, Alice!");
    }

    @Test
    void aPoolOfTwoGreetsTwoGuestsAndTheThirdWaitsForAThread() throws Exception {
        assertThat(greetedDuringTheFirstPause(new WithThreadPool(2), 2)).containsExactlyInAnyOrder("Hello, Alice!",
                "Hello, Bob!");
    }

    @ParameterizedTest
    @MethodSource("everyoneAtOnce")
    void everyoneElseGreetsAllGuestsAtOnce(Greeter greeter) throws Exception {
        assertThat(greetedDuringTheFirstPause(greeter, 3)).containsExactlyInAnyOrder("Hello, Alice!", "Hello, Bob!",
                "Hello, Charlie!");
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(out);
    }

    /** Waits for so many lines, then interrupts; returns all lines, those printed on the way out included. */
    private static List<String> greetedDuringTheFirstPause(Greeter greeter, int lines) throws Exception {
        var printed = new LinkedBlockingQueue<String>();
        System.setOut(new LineStream(printed));
        var greeting = Thread.startVirtualThread(() -> {
            try {
                greeter.greetAll(GUESTS, ofHours(1));
            } catch (Exception interrupted) {
                // what this test does to it
            }
        });
        var seen = new ArrayList<String>();
        while (seen.size() < lines) {
            seen.add(printed.take());
        }
        greeting.interrupt();
        greeting.join(Duration.ofMinutes(1));
        printed.drainTo(seen);
        return seen;
    }

    private static final class LineStream extends PrintStream {
        private final LinkedBlockingQueue<String> lines;

        LineStream(LinkedBlockingQueue<String> lines) {
            super(OutputStream.nullOutputStream());
            this.lines = lines;
        }

        @Override
        public void println(Object line) {
            lines.add(String.valueOf(line));
        }
    }
}

package greet;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Greets all guests at the same time on one thread. A pause is a timer, and blocks no thread. */
public final class WithEventLoop implements Greeter {

    @Override
    public void greetAll(List<String> names, Duration pause) throws Exception {
        EventLoop.run(loop -> {
            var greetings = names.stream().map(name -> loop.createTask(name, () -> greet(loop, name, pause)));
            return loop.gather(greetings.toList());
        });
    }

    private static CompletionStage<Void> greet(EventLoop loop, String name, Duration pause) {
        IO.println("Hello, " + name + "!");
        return loop.sleep(pause).thenRun(() -> IO.println("Goodbye, " + name + "!"));
    }

    static void main() throws Exception {
        new WithEventLoop().greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }
}

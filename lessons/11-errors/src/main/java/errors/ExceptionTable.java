package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.SECONDS;

import interleave.eventloop.EventLoop;
import interleave.eventloop.Task;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A task throws a {@link PageException}. Which exception arrives where? */
final class ExceptionTable {

    /** Adds a handler to a future, such as {@code exceptionally}. */
    private interface Chain {
        CompletableFuture<String> add(CompletableFuture<String> future, Function<Throwable, String> handler);
    }

    private ExceptionTable() {}

    static List<Seen> all() throws Exception {
        return Stream.of(executors(), futures(), threads(), loops())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Seen> executors() {
        Callable<String> task = PageException::page;
        try (var pool = Executors.newScheduledThreadPool(1)) {
            return List.of(
                    Seen.by("submit, get", () -> pool.submit(task).get()),
                    Seen.by(
                            "invokeAll, get",
                            () -> pool.invokeAll(List.of(task)).getFirst().get()),
                    Seen.by("invokeAny", () -> pool.invokeAny(List.of(task))),
                    Seen.by(
                            "scheduleAtFixedRate, get",
                            () -> pool.scheduleAtFixedRate(PageException::page, 0, 1, SECONDS)
                                    .get()));
        }
    }

    private static List<Seen> futures() {
        CompletableFuture<String> failed = failedFuture(new PageException());
        CompletableFuture<String> threw = supplyAsync(PageException::page);
        return List.of(
                Seen.by("supplyAsync, get", threw::get),
                Seen.by("supplyAsync, join", threw::join),
                new Seen("supplyAsync, exceptionNow", Optional.of(threw.exceptionNow())),
                chained("supplyAsync, exceptionally", threw, CompletableFuture::exceptionally),
                chained("failedFuture, exceptionally", failed, CompletableFuture::exceptionally),
                chained(
                        "failedFuture, thenApply, exceptionally",
                        failed,
                        (future, handler) -> future.thenApply(x -> x).exceptionally(handler)),
                chained(
                        "failedFuture, handle",
                        failed,
                        (future, handler) -> future.handle((x, failure) -> handler.apply(failure))),
                chained(
                        "failedFuture, thenApply, handle",
                        failed,
                        (future, handler) -> future.thenApply(x -> x).handle((x, failure) -> handler.apply(failure))));
    }

    private static Seen chained(String place, CompletableFuture<String> future, Chain chain) {
        var seen = new ArrayBlockingQueue<Throwable>(1);
        chain.add(future, failure -> "seen: " + seen.add(failure)).join();
        return new Seen(place, Optional.of(seen.remove()));
    }

    private static List<Seen> threads() throws InterruptedException {
        return List.of(
                handled("execute, the handler of the pool's thread", handler -> {
                    var threads = Thread.ofPlatform().uncaughtExceptionHandler(handler);
                    try (var pool = Executors.newFixedThreadPool(1, threads.factory())) {
                        pool.execute(PageException::page);
                    }
                }),
                handled(
                        "virtual thread, its handler",
                        handler -> Thread.ofVirtual()
                                .uncaughtExceptionHandler(handler)
                                .start(PageException::page)),
                Seen.by(
                        "parallel stream, its caller",
                        () -> Stream.of(1, 2, 3, 4)
                                .parallel()
                                .map(number -> PageException.page())
                                .toList()));
    }

    private static Seen handled(String place, Consumer<UncaughtExceptionHandler> start) throws InterruptedException {
        var seen = new ArrayBlockingQueue<Throwable>(1);
        start.accept((thread, failure) -> seen.add(failure));
        return new Seen(place, Optional.of(seen.take()));
    }

    private static List<Seen> loops() throws Exception {
        return List.of(
                Seen.by(
                        "loop.execute, run",
                        () -> EventLoop.run(loop -> {
                            loop.execute(PageException::page);
                            return loop.sleep(ofMillis(1));
                        })),
                Seen.by("createTask, run", () -> EventLoop.run(ExceptionTable::task)),
                onLoop("createTask, exceptionally", CompletableFuture::exceptionally),
                onLoop(
                        "createTask, thenApply, exceptionally",
                        (task, handler) -> task.thenApply(x -> x).exceptionally(handler)));
    }

    private static Seen onLoop(String place, Chain chain) throws Exception {
        var seen = new ArrayBlockingQueue<Throwable>(1);
        EventLoop.run(loop -> chain.add(task(loop), failure -> "seen: " + seen.add(failure)));
        return new Seen(place, Optional.of(seen.remove()));
    }

    private static Task<String> task(EventLoop loop) {
        return loop.createTask("page", () -> loop.sleep(ofMillis(1)).thenApply(slept -> PageException.page()));
    }

    static void main() throws Exception {
        all().forEach(IO::println);
    }
}

package callbackhell;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Asks weather stations, which answer with a callback. */
final class Forecast {
    /** Receives the answer. Exactly one of its methods is called, once. */
    interface Callback {
        void answer(String weather);

        void failure(Exception problem);
    }

    /** Sends a question, and returns at once. It calls back later, or immediately if it knows the answer. */
    interface Station {
        void ask(String city, Callback callback);
    }

    /**
     * Asks the station once, and returns at once. The future completes with the weather, or with the exception of the
     * station itself.
     */
    static CompletableFuture<String> of(String city, Station station) {
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        return CompletableFuture.supplyAsync(() -> ask(city, station), threads);
    }

    private static String ask(String city, Station station) {
        var answers = new ArrayBlockingQueue<Callable<String>>(1);
        station.ask(city, new Callback() {
            @Override
            public void answer(String weather) {
                answers.add(() -> weather);
            }

            @Override
            public void failure(Exception problem) {
                answers.add(() -> {
                    throw problem;
                });
            }
        });
        try {
            return answers.take().call();
        } catch (Exception problem) {
            throw new CompletionException(problem);
        }
    }

    static void main() {
        Station station = (city, callback) -> Thread.startVirtualThread(() -> callback.answer("sunny in " + city));
        IO.println(of("Oslo", station).join());
    }
}

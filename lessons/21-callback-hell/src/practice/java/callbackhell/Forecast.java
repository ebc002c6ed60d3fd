package callbackhell;

import java.util.concurrent.CompletableFuture;

/** Asks weather stations, which answer with a callback. */
final class Forecast {
    /** Receives the answer. Exactly one of its methods is called, once. */
    interface Callback {
        void answer(String weather);

        void failure(Exception problem);
    }

    /** Sends a question, and returns at once. It calls back later, or before it returns if it knows the answer. */
    interface Station {
        void ask(String city, Callback callback);
    }

    /**
     * Asks the station once, and returns at once. The future completes with the weather, or with the exception that the
     * station reports, without a wrapper.
     */
    static CompletableFuture<String> of(String city, Station station) {
        var forecast = new CompletableFuture<String>();
        station.ask(city, new Callback() {
            @Override
            public void answer(String weather) {
                IO.println(city + ": " + weather); // TODO: complete the future
            }

            @Override
            public void failure(Exception problem) {
                IO.println(city + ": " + problem); // TODO: complete the future here, too
            }
        });
        return forecast;
    }

    static void main() {
        Station station = (city, callback) -> Thread.startVirtualThread(() -> callback.answer("sunny in " + city));
        IO.println(of("Oslo", station).join());
    }
}

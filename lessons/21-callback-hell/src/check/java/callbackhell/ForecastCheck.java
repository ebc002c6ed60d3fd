package callbackhell;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;

import callbackhell.Forecast.Callback;
import callbackhell.Forecast.Station;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * The future completes once, as the station calls back: with the answer, or with the exception of the station itself.
 */
public final class ForecastCheck implements Check {
    private static final String ASKED = "Asked";
    private static final String RESULT = "Result: ";

    @Override
    public void check(Exam exam) {
        Run sunny = exam.run(() -> print("Oslo", counted(answering("sunny", ofSeconds(1)))));
        exam.claim(
                "The future completes with the answer, after one second.",
                answer(sunny, "\"sunny\"").and(returned(sunny)).and(sunny.took(ofSeconds(1))));
        exam.claim("The station is asked once.", asked(sunny));
        Run rainy = exam.run(() -> print("Rome", answering("rainy", ofSeconds(2))));
        exam.claim(
                "Another city has another answer, after two seconds.",
                answer(rainy, "\"rainy\"").and(returned(rainy)).and(rainy.took(ofSeconds(2))));

        Run failed = exam.run(() -> print("Bern", counted(failing(ofSeconds(1)))));
        exam.claim(
                "If the station fails, the future fails with the same exception.",
                failed.finds(
                                result(failed).equals("it was the exception of the station"),
                                () -> "Expected the exception of the station itself, but " + result(failed) + ".")
                        .because("The caller must know what went wrong at the station.")
                        .next("In failure, call completeExceptionally with the exception that you have received."));
        exam.claim("A station that has failed is not asked again.", asked(failed));
        exam.claim("The future fails at the moment at which the station fails.", failed.took(ofSeconds(1)));

        Run known = exam.run(() -> print("Cork", (city, callback) -> callback.answer("foggy")));
        exam.claim(
                "A station may call back before ask returns.",
                answer(known, "\"foggy\"").and(known.took(ZERO)));

        int cities = exam.unknownCount();
        Run many = exam.run(() -> askAll(cities));
        exam.claim(
                "Any number of questions takes as long as one.",
                many.took(ofSeconds(1))
                        .because("The stations answer at the same time, so no question has to wait for another.")
                        .next("Do not block a thread until the answer arrives.")
                        .and(many.printedLast("Each city has its own answer")));
        exam.claim("No thread is left.", many.leftNothingRunning());
    }

    private static void print(String city, Station station) throws InterruptedException {
        var forecast = Forecast.of(city, station);
        IO.println("Returned");
        try {
            String weather = forecast.get();
            IO.println(RESULT + "the answer was " + (weather == null ? "null" : "\"" + weather + "\""));
        } catch (CancellationException cancelled) {
            IO.println(RESULT + "it was CancellationException");
        } catch (ExecutionException failed) {
            IO.println(RESULT + "it was "
                    + (failed.getCause() instanceof NoSignalException
                            ? "the exception of the station"
                            : failed.getCause().getClass().getSimpleName()));
        }
    }

    /** Calls back on one thread, because a thread for each of many stations would fill the picture. */
    private static final Executor AFTER_A_SECOND = CompletableFuture.delayedExecutor(1, SECONDS, Runnable::run);

    private static final class NoSignalException extends Exception {
        private static final long serialVersionUID = 1;

        NoSignalException() {
            super("no signal");
        }
    }

    private static Station answering(String weather, Duration time) {
        return (city, callback) -> later(time, callback, () -> callback.answer(weather));
    }

    private static Station failing(Duration time) {
        return (city, callback) -> later(time, callback, () -> callback.failure(new NoSignalException()));
    }

    private static void later(Duration time, Callback callback, Runnable call) {
        Thread.ofVirtual().name("station").start(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                callback.failure(stopped);
                return;
            }
            call.run();
        });
    }

    /** Prints each question. */
    private static Station counted(Station station) {
        return (city, callback) -> {
            IO.println(ASKED);
            station.ask(city, callback);
        };
    }

    private static void askAll(int cities) {
        List<CompletableFuture<String>> forecasts = new ArrayList<>();
        for (int city = 0; city < cities; city++) {
            String weather = "weather " + city;
            forecasts.add(Forecast.of(
                    "City " + city, (asked, callback) -> AFTER_A_SECOND.execute(() -> callback.answer(weather))));
        }
        boolean own = true;
        for (int city = 0; city < cities; city++) {
            own &= forecasts.get(city).join().equals("weather " + city);
        }
        IO.println(own ? "Each city has its own answer" : "A city has the answer of another one");
    }

    private static Finding answer(Run run, String expected) {
        String actual = result(run);
        return run.finds(
                        actual.equals("the answer was " + expected),
                        () -> "Expected " + expected + ", but " + actual + ".")
                .because(
                        actual.equals("the answer was null")
                                ? "The future had completed before the station answered."
                                : "Each question has its own answer.")
                .next("In answer, complete the future that of has returned.");
    }

    /** What the check has printed about the future. The student's code may print other lines. */
    private static String result(Run run) {
        return run.output().stream()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> line.substring(RESULT.length()))
                .findFirst()
                .orElse("the future never completes");
    }

    private static Finding returned(Run run) {
        return run.finds(
                        run.timesOf("Returned").contains(ZERO),
                        () -> "Expected of to return at once, but it returned at "
                                + run.timeOf("Returned")
                                        .map(Duration::toSeconds)
                                        .orElse(0L) + " s.")
                .because("A method that returns a future must not wait for its result.")
                .next("Return the future that is not complete yet. The caller decides when to wait.");
    }

    private static Finding asked(Run run) {
        int times = run.count(ASKED);
        return run.finds(times == 1, () -> "Expected one question, but there were " + times + ".")
                .because("A question may cost money, and a station may count them.")
                .next("Call ask once, and pass on the failure.");
    }
}

package callbackhell;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import callbackhell.Trip.Agency;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The flight and the hotel overlap, done is called exactly once in every case, and nothing is paid after a failure. */
public final class TripCheck implements Check {
    private static final Duration AFTERWARDS = ofSeconds(20);
    private static final int SCHEDULES = 200;
    private static final String REQUEST = "Request: ";
    private static final String DONE = "Done: ";
    /** Not the number, because the lines of all answers must be the same. */
    private static final String SUM_PAID = "both prices paid";

    private static final String NO_RECEIPT = "no receipt";
    private static final String THE_EXCEPTION = "the exception of the agency";

    /** The time and the price of each request. Some requests fail. */
    private record Offer(
            Duration date, Duration flight, int flightEuros, Duration hotel, int hotelEuros, Set<String> failing)
            implements Agency {

        Offer failing(String... requests) {
            return new Offer(date, flight, flightEuros, hotel, hotelEuros, Set.of(requests));
        }

        @Override
        public void date(String city, BiConsumer<String, Throwable> callback) {
            request("date", date, "1 May in " + city, callback);
        }

        @Override
        public void flight(String city, String day, BiConsumer<Integer, Throwable> callback) {
            request("flight", flight, day.equals("1 May in " + city) ? flightEuros : 0, callback);
        }

        @Override
        public void hotel(String city, String day, BiConsumer<Integer, Throwable> callback) {
            request("hotel", hotel, day.equals("1 May in " + city) ? hotelEuros : 0, callback);
        }

        @Override
        public void pay(int euros, BiConsumer<String, Throwable> callback) {
            boolean sum = euros == flightEuros + hotelEuros;
            request("payment", ofSeconds(1), sum ? SUM_PAID : euros + " euros paid", callback);
        }

        private <T> void request(String name, Duration time, T answer, BiConsumer<T, Throwable> callback) {
            IO.println(REQUEST + name);
            Thread.ofVirtual().name(name).start(() -> {
                try {
                    Thread.sleep(time);
                } catch (InterruptedException stopped) {
                    callback.accept(null, stopped);
                    return;
                }
                if (failing.contains(name)) {
                    callback.accept(null, new AgencyException());
                } else {
                    callback.accept(answer, null);
                }
            });
        }
    }

    private static final class AgencyException extends Exception {
        private static final long serialVersionUID = 1;

        AgencyException() {
            super("sold out");
        }
    }

    @Override
    public void check(Exam exam) {
        var rome = new Offer(ofSeconds(1), ofSeconds(1), 200, ofSeconds(2), 300, Set.of());
        Run booked = book(exam, "Rome", rome);
        exam.claim("The trip is paid, and done is called once with the receipt.", receipt(booked, rome));
        exam.claim("Each request is sent once.", requestedOnce(booked));
        exam.claim(
                "book returns at once.",
                booked.finds(
                                booked.elapsed().isZero(),
                                () -> "Expected book to return at once, but it returned at "
                                        + booked.elapsed().toSeconds() + " s.")
                        .because("A method with a callback must not wait for its own result.")
                        .next("Wait in a thread that you start, or do not wait at all: compose callbacks or futures."));
        exam.claim("The hotel and the flight are booked at the same time, so it takes 4 s.", at(booked, 4));

        int euros = exam.unknownCount();
        var oslo = new Offer(ofMillis(500), ofMillis(3_500), euros, ofSeconds(2), 2 * euros, Set.of());
        Run cold = book(exam, "Oslo", oslo);
        exam.claim(
                "Another trip has another price, and here the flight takes longer.",
                receipt(cold, oslo).and(at(cold, 5)));

        for (String request : List.of("date", "flight", "hotel", "payment")) {
            Run failed = book(exam, "Rome", rome.failing(request));
            exam.claim("If the " + request + " fails, done receives the exception, once.", failure(failed, request));
        }
        Run both = book(exam, "Rome", rome.failing("flight", "hotel"));
        exam.claim(
                "If the flight and the hotel fail, done is called once, too.",
                failure(both, "flight and the hotel", "fail"));

        var same = new Offer(ofSeconds(1), ofSeconds(1), 200, ofSeconds(1), 300, Set.of());
        exam.claim(
                "The flight and the hotel may answer at the same moment.",
                underEachSchedule(
                                exam,
                                () -> bookAndWait("Rome", same),
                                run -> receipt(run, same).and(requestedOnce(run)))
                        .because("The two callbacks run at the same moment, on two threads. What they share must be"
                                + " thread-safe.")
                        .next("Use a lock, atomic variables or thenCombine, so that exactly one of them pays."));
        exam.claim(
                "They may fail at the same moment.",
                underEachSchedule(
                                exam,
                                () -> bookAndWait("Rome", same.failing("flight", "hotel")),
                                run -> failure(run, "flight and the hotel", "fail at the same moment"))
                        .because("The two callbacks run at the same moment, on two threads. What they share must be"
                                + " thread-safe."));
    }

    private static Finding underEachSchedule(Exam exam, ThrowingRunnable code, Function<Run, Finding> finding) {
        return exam.runUnderSchedules(SCHEDULES, code).stream()
                .map(finding)
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Run book(Exam exam, String city, Agency agency) {
        return exam.runAndWatch(AFTERWARDS, () -> Trip.book(city, agency, TripCheck::done));
    }

    private static void bookAndWait(String city, Agency agency) throws InterruptedException {
        Trip.book(city, agency, TripCheck::done);
        Thread.sleep(AFTERWARDS);
    }

    private static void done(String receipt, Throwable failure) {
        if (failure == null) {
            IO.println(DONE + (receipt == null ? NO_RECEIPT : receipt));
        } else {
            IO.println(DONE
                    + (failure instanceof AgencyException
                            ? THE_EXCEPTION
                            : failure.getClass().getSimpleName()));
        }
    }

    private static List<String> endings(Run run) {
        return run.output().stream()
                .filter(line -> line.startsWith(DONE))
                .map(line -> line.substring(DONE.length()))
                .toList();
    }

    private static String ending(Run run) {
        return endings(run).stream().findFirst().orElse("");
    }

    private static Finding once(Run run, String when) {
        int calls = endings(run).size();
        return run.finds(
                        calls == 1,
                        () -> "Expected done to be called once" + when + ", but it was "
                                + (calls == 0 ? "never called." : "called " + calls + " times."))
                .because(
                        calls == 0
                                ? "A caller that is never called back waits forever."
                                : "A caller that is called back twice may send two tickets.")
                .next(
                        calls == 0
                                ? "Find the path on which done is not called."
                                : "Let one callback decide: the last one, or the first that fails.");
    }

    private static Finding receipt(Run run, Offer offer) {
        String actual = ending(run);
        int sum = offer.flightEuros() + offer.hotelEuros();
        return once(run, "")
                .and(run.finds(
                                actual.equals(SUM_PAID),
                                () -> "Expected \"" + sum + " euros paid\", but the receipt was \"" + actual + "\".")
                        .next("Pay the sum of both prices, after both callbacks, and pass on the receipt."));
    }

    private static Finding failure(Run run, String request) {
        return failure(run, request, "fails");
    }

    private static Finding failure(Run run, String request, String fails) {
        String when = " when the " + request + " " + fails;
        return once(run, when)
                .and(run.finds(
                                request.equals("payment") || run.count(REQUEST + "payment") == 0,
                                () -> "Expected that nothing is paid" + when + ", but there was a payment.")
                        .because("A trip without one of its parts is not a trip.")
                        .next("Pay only if both callbacks have received a price."))
                .and(theException(run, when));
    }

    private static Finding theException(Run run, String when) {
        String actual = ending(run);
        boolean none = actual.equals(NO_RECEIPT) || actual.endsWith("paid");
        return run.finds(
                        actual.equals(THE_EXCEPTION),
                        () -> "Expected the exception of the agency itself" + when + ", but "
                                + (none ? "there was no exception." : "it was " + actual + "."))
                .because(
                        none
                                ? "The caller must know that there is no trip."
                                : "A stage of a CompletableFuture wraps the exception of the stage before.")
                .next(none ? "Pass the exception on to done." : "Pass on the cause of a CompletionException.");
    }

    private static Finding requestedOnce(Run run) {
        return List.of("date", "flight", "hotel", "payment").stream()
                .map(name -> {
                    int count = run.count(REQUEST + name);
                    return run.finds(
                                    count == 1,
                                    () -> "Expected one request for the " + name + ", but there were " + count + ".")
                            .because("Each request may book or charge something.")
                            .next("Send each request once, and share its result.");
                })
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding at(Run run, int seconds) {
        Duration actual = run.timeOf(DONE + ending(run)).orElse(ZERO);
        return run.finds(
                        actual.equals(ofSeconds(seconds)),
                        () -> "Expected the receipt at " + seconds + " s, but it came at " + actual.toSeconds() + " s.")
                .because("The flight and the hotel need the date, but not each other.")
                .next("Send both requests as soon as the date is known.");
    }
}

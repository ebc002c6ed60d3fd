package debugging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The report lists exactly what runs, for how long it has run, and in order, whatever the tasks do. */
public final class TrackerCheck implements Check {
    private static final int SCHEDULES = 100;
    private static final String REPORT = "report: ";
    private static final String RESULT = "track: ";
    private static final String FAILED = "one of them failed with ";
    private static final String MARK = "Add an entry before the work, and remove it after the work.";

    /** The code that a thread runs. */
    private interface Action {
        void run() throws Exception;
    }

    @Override
    public void check(Exam exam) {
        Run three = exam.run(TrackerCheck::reportThree);
        exam.claim(
                "While three tasks run, the report lists them, and the oldest comes first.",
                reported(three, 0, "backup, 3 s; mail, 2 s; import, 1 s")
                        .because("They started at 0, 1 and 2 s, and each runs for 3.5 s.")
                        .next(MARK + " Do not hold a lock while the work runs."));
        exam.claim(
                "When they have ended, the report is empty.",
                reported(three, 1, "").because("All three have ended.").next(MARK));
        exam.claim(
                "track returns the result of the work.",
                three.finds(
                                three.output().contains(RESULT + "backup is done"),
                                () -> "Expected track to return \"backup is done\", but it did not.")
                        .next("Return what work.call() returns."));

        Run failing = exam.run(TrackerCheck::fail);
        exam.claim(
                "If the work fails, track throws the same exception.",
                failing.finds(
                                failing.output().contains("threw IOException: the network is down"),
                                () -> "Expected track to throw IOException: the network is down, but it "
                                        + outcome(failing) + ".")
                        .because("The caller has to see the failure as if there were no tracker.")
                        .next("Let the exception pass through a finally block."));
        exam.claim(
                "Work that has failed is no longer in the report.",
                reported(failing, 0, "")
                        .because("The work failed at 1 s.")
                        .next("Remove the entry in a finally block."));

        Run same = exam.run(TrackerCheck::sameName);
        exam.claim(
                "Two tasks of the same name are two lines.",
                reported(same, 0, "mail, 3 s; mail, 1 s")
                        .because("Two threads run tasks of the same name.")
                        .next("Use one entry for each call of track, not for each name."));
        exam.claim(
                "When the newer one ends, the older one stays.",
                reported(same, 1, "mail, 4 s")
                        .because("The work that started last has ended, and the other one still runs.")
                        .next("Remove the entry that this call has added."));
        exam.claim(
                "The work runs on the thread that calls track.",
                same.finds(
                                same.output().contains("worker is the thread"),
                                () -> "Expected the work to run on the thread that calls track, but it ran on another"
                                        + " one.")
                        .because("Otherwise an interrupt of the caller does not reach the work.")
                        .next("Call work.call()."));

        int count = exam.unknownCount();
        Run many = exam.run(() -> reportMany(count));
        exam.claim(
                "Any number of tasks can run at the same time.",
                many.finds(
                                entries(many).size() == count,
                                () -> "Expected " + count + " tasks in the report, but there were "
                                        + entries(many).size() + ".")
                        .and(many.finds(
                                entries(many).stream().allMatch(entry -> entry.matches("job \\d+, 2 s")),
                                () -> "Expected each task to run for 2 s, but the report begins with \""
                                        + entries(many).getFirst() + "\"."))
                        .rightOnlyFor("three tasks", "hundreds of them"));

        exam.claim("Reports are right while other threads start and end tasks.", threadSafe(exam));
    }

    private static Finding reported(Run run, int report, String expected) {
        List<String> reports =
                run.output().stream().filter(line -> line.startsWith(REPORT)).toList();
        String actual = report < reports.size() ? reports.get(report).substring(REPORT.length()) : "nothing";
        return run.returned("report()", "[" + expected + "]", "[" + actual + "]");
    }

    private static void reportThree() throws InterruptedException {
        var tracker = new Tracker();
        var threads = new ArrayList<Thread>();
        for (String name : List.of("backup", "mail", "import")) {
            threads.add(start(name, () -> IO.println(RESULT + tracker.track(name, work(ofMillis(3_500), name)))));
            Thread.sleep(ofSeconds(1));
        }
        Thread.sleep(ofMillis(100));
        report(tracker);
        Thread.sleep(ofSeconds(3));
        report(tracker);
        end(threads);
    }

    private static void fail() throws InterruptedException {
        var tracker = new Tracker();
        Thread upload = start("upload", () -> {
            try {
                tracker.track("upload", () -> {
                    Thread.sleep(ofSeconds(1));
                    throw new IOException("the network is down");
                });
                IO.println("threw nothing");
            } catch (Exception failure) {
                IO.println("threw " + Run.described(failure));
            }
        });
        upload.join();
        Thread.sleep(ofMillis(2_100));
        report(tracker);
    }

    private static String outcome(Run run) {
        return run.output().stream()
                .filter(line -> line.startsWith("threw "))
                .findFirst()
                .orElse("did not return");
    }

    private static void sameName() throws InterruptedException {
        var tracker = new Tracker();
        Thread first = start(
                "worker",
                () -> tracker.track("mail", () -> {
                    IO.println(Thread.currentThread().getName() + " is the thread");
                    Thread.sleep(ofSeconds(10));
                    return "";
                }));
        Thread.sleep(ofSeconds(2));
        Thread second = start("other", () -> tracker.track("mail", work(ofMillis(1_800), "mail")));
        Thread.sleep(ofMillis(1_100));
        report(tracker);
        Thread.sleep(ofSeconds(1));
        report(tracker);
        end(List.of(first, second));
    }

    private static void reportMany(int count) throws InterruptedException {
        var tracker = new Tracker();
        List<Thread> threads = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "job " + number)
                .map(name -> start(name, () -> tracker.track(name, work(ofSeconds(5), name))))
                .toList();
        Thread.sleep(ofMillis(2_500));
        report(tracker);
        end(threads);
    }

    private static Finding threadSafe(Exam exam) {
        return exam.runUnderSchedules(SCHEDULES, TrackerCheck::reportAtTheSameTime).stream()
                .map(run -> {
                    String failure = run.output().stream()
                            .filter(line -> line.startsWith(FAILED))
                            .findFirst()
                            .orElse("");
                    return run.finds(
                                    failure.isEmpty(),
                                    () -> "Expected three threads to use the tracker, but " + failure + ".")
                            .and(reported(run, 0, ""))
                            .because("Three threads used the tracker at the same time.")
                            .next("Use a thread-safe collection, or hold a lock whenever you use the list: to add, to"
                                    + " remove, and during the whole report.");
                })
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static void reportAtTheSameTime() throws InterruptedException {
        var tracker = new Tracker();
        Action twoTasks = () -> {
            tracker.track("work", () -> "");
            tracker.track("work", () -> "");
        };
        end(List.of(start("one", twoTasks), start("two", twoTasks), start("three", () -> {
            tracker.report();
            tracker.report();
        })));
        report(tracker);
    }

    /** The entries of the first report. */
    private static List<String> entries(Run run) {
        String report = run.output().stream()
                .filter(line -> line.startsWith(REPORT))
                .findFirst()
                .orElse(REPORT);
        return List.of(report.substring(REPORT.length()).split("; "));
    }

    private static void report(Tracker tracker) {
        IO.println(REPORT + String.join("; ", tracker.report()));
    }

    private static Callable<String> work(Duration time, String name) {
        return () -> {
            Thread.sleep(time);
            return name + " is done";
        };
    }

    private static Thread start(String name, Action action) {
        return Thread.ofVirtual().name(name).start(() -> {
            try {
                action.run();
            } catch (Exception failure) {
                IO.println(FAILED + Run.described(failure));
            }
        });
    }

    private static void end(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

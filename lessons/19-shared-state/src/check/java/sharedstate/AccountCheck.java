package sharedstate;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.virtualtime.ThrowingRunnable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.StampedLock;

/** Under every schedule, withdrawals take no more than there is, refuse no more than they must, and lose nothing. */
public final class AccountCheck implements Check {
    private static final int SCHEDULES = 200;
    private static final String ONE_LOCK =
            "Hold the same lock in all methods, from the check to the change, or do both in one step of an atomic.";

    @Override
    public void check(Exam exam) {
        Run alone = exam.run(AccountCheck::useAlone);
        exam.claim(
                "A single thread can withdraw up to the whole balance, and not more.",
                expectLine(alone, "withdraw(30) from 100", "true")
                        .and(expectLine(alone, "withdraw(100) from 70", "false"))
                        .and(expectLine(alone, "withdraw(70) from 70", "true"))
                        .and(expectLine(alone, "balance after deposit(50)", "50"))
                        .next("Refuse an amount only if the balance is smaller."));

        exam.claim(
                "One of two withdrawals of 80 from 100 succeeds, under every schedule.",
                first(exam, withdrawals(100, 80, 80), AccountCheck::oneSucceeds));
        exam.claim(
                "Two of three withdrawals of 60 from 130 succeed.",
                first(
                        exam,
                        withdrawals(130, 60, 60, 60),
                        run -> count(run, 2).and(balance(run, 10)).next(ONE_LOCK)));
        exam.claim(
                "A refused withdrawal does not affect another one.",
                first(exam, withdrawals(100, 120, 80), AccountCheck::smallerSucceeds));
        exam.claim(
                "A deposit at the same moment is not lost.",
                first(
                        exam,
                        depositAndWithdrawal(),
                        run -> balance(run, 70)
                                .because("100 + 50 - 80 = 70. One of the two updates overwrote the other.")
                                .next("deposit needs the same lock as withdraw.")));
        exam.claim(
                "Two deposits at the same moment are both counted.",
                first(exam, deposits(), run -> balance(run, 40).next("deposit reads and writes, too: " + ONE_LOCK)));

        if (!hasStampedLock()) {
            balanceCanBeRead(exam);
        }
    }

    /** The search for data races needs a thread that reads the balance while another one changes it. */
    private static void balanceCanBeRead(Exam exam) {
        Run read = exam.run(AccountCheck::readWhileWithdrawing);
        exam.claim(
                "Another thread can read the balance during a withdrawal.",
                read.finds(
                        read.output().contains("Read: 100") || read.output().contains("Read: 20"),
                        () -> "Expected a balance of 100 or 20 during a withdrawal of 80 from 100, but balance()"
                                + " returned "
                                + read.output().getFirst().replace("Read: ", "") + "."));
    }

    private static void useAlone() {
        var account = new Account(100);
        IO.println("withdraw(30) from 100: " + account.withdraw(30));
        IO.println("withdraw(100) from 70: " + account.withdraw(100));
        IO.println("withdraw(70) from 70: " + account.withdraw(70));
        account.deposit(50);
        IO.println("balance after deposit(50): " + account.balance());
    }

    private static Finding expectLine(Run run, String call, String expected) {
        String line = run.output().stream()
                .filter(printed -> printed.startsWith(call + ": "))
                .findFirst()
                .orElse("");
        String actual = line.substring(line.indexOf(": ") + 2);
        return run.finds(
                actual.equals(expected),
                () -> call.startsWith("withdraw")
                        ? "Expected " + call + " to return " + expected + ", but it returned " + actual + "."
                        : "Expected a " + call + " of " + expected + ", but it was " + actual + ".");
    }

    /** The finding about the first run that has a problem. */
    private static Finding first(Exam exam, ThrowingRunnable code, java.util.function.Function<Run, Finding> finding) {
        return exam.runUnderSchedules(SCHEDULES, code).stream()
                .map(finding)
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding oneSucceeds(Run run) {
        return run.finds(
                        succeeded(run) < 2,
                        () -> "Expected one of two withdrawals of 80 from 100 to succeed, but both did. The balance is "
                                + balanceOf(run) + ".")
                .because("Both checked the balance before one of them changed it. A volatile field does not prevent"
                        + " that.")
                .next(ONE_LOCK)
                .and(count(run, 1))
                .and(balance(run, 20));
    }

    private static Finding smallerSucceeds(Run run) {
        return run.finds(
                        run.output().contains("80: true"),
                        () -> "Expected the withdrawal of 80 from 100 to succeed, but it was refused.")
                .because("Another thread asked for 120 at the same moment, and lowered the balance before it was"
                        + " refused.")
                .next("Check first: a refused withdrawal must not change the balance, not even for a moment, so never"
                        + " take more than there is.")
                .and(balance(run, 20));
    }

    private static Finding count(Run run, long expected) {
        return run.finds(
                succeeded(run) == expected,
                () -> "Expected " + expected + " of " + (run.output().size() - 1) + " withdrawals to succeed, but "
                        + succeeded(run) + " did.");
    }

    private static Finding balance(Run run, int expected) {
        return run.finds(
                balanceOf(run) == expected,
                () -> "Expected a balance of " + expected + ", but it was " + balanceOf(run) + ".");
    }

    private static long succeeded(Run run) {
        return run.output().stream().filter(line -> line.endsWith(": true")).count();
    }

    private static int balanceOf(Run run) {
        return Integer.parseInt(run.output().getLast().replace("Balance: ", ""));
    }

    private static ThrowingRunnable withdrawals(int balance, int... amounts) {
        return () -> {
            var account = new Account(balance);
            var threads = new ArrayList<Thread>();
            var names = new AtomicInteger();
            for (int amount : amounts) {
                threads.add(start(names, () -> IO.println(amount + ": " + account.withdraw(amount))));
            }
            finish(threads, account);
        };
    }

    private static ThrowingRunnable depositAndWithdrawal() {
        return () -> {
            var account = new Account(100);
            var names = new AtomicInteger();
            finish(List.of(start(names, () -> account.withdraw(80)), start(names, () -> account.deposit(50))), account);
        };
    }

    /** An optimistic read of a StampedLock is a data race that is allowed, because it is validated afterwards. */
    private static boolean hasStampedLock() {
        return Arrays.stream(Account.class.getDeclaredFields()).anyMatch(field -> field.getType() == StampedLock.class);
    }

    private static void readWhileWithdrawing() throws InterruptedException {
        var account = new Account(100);
        var names = new AtomicInteger();
        finish(
                List.of(
                        start(names, () -> account.withdraw(80)),
                        start(names, () -> IO.println("Read: " + account.balance()))),
                account);
    }

    private static ThrowingRunnable deposits() {
        return () -> {
            var account = new Account(0);
            var names = new AtomicInteger();
            finish(List.of(start(names, () -> account.deposit(10)), start(names, () -> account.deposit(30))), account);
        };
    }

    private static Thread start(AtomicInteger started, Runnable action) {
        String name = List.of("Anna", "Ben", "Carla").get(started.getAndIncrement());
        return Thread.ofPlatform().name(name).start(action);
    }

    private static void finish(List<Thread> threads, Account account) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        IO.println("Balance: " + account.balance());
    }
}

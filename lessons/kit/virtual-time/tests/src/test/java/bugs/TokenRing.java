package bugs;

import java.util.concurrent.CountDownLatch;

/** Each station passes on what its predecessor has, in the hope that it comes later. */
final class TokenRing implements Bug {
    private volatile int first;
    private volatile int second;
    private volatile int third;

    @Override
    public void wrong() throws Exception {
        var ring = new TokenRing();
        Threads.run(ring::sendFirst, ring::sendSecond, ring::sendThird);
        ring.check();
    }

    @Override
    public void right() throws Exception {
        var ring = new TokenRing();
        var sent = new CountDownLatch(1);
        var passed = new CountDownLatch(1);
        Threads.run(
                () -> {
                    ring.sendFirst();
                    sent.countDown();
                },
                () -> {
                    await(sent);
                    ring.sendSecond();
                    passed.countDown();
                },
                () -> {
                    await(passed);
                    ring.sendThird();
                });
        ring.check();
    }

    private void sendFirst() {
        first = 1;
    }

    private void sendSecond() {
        second = first;
    }

    private void sendThird() {
        third = second;
    }

    private void check() {
        Threads.check(third == 1, "the token did not arrive");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

package sharedstate;

import interleave.eventloop.EventLoop;

/** Confinement: each gate counts alone and sends its number, and only the thread of the loop uses the field. */
public final class WithEventLoop implements Turnstiles {
    private int inside;

    @Override
    public int count(int gates, int visitors) throws Exception {
        return EventLoop.run(loop -> loop.toThread(() -> {
                    Gates.open(gates, () -> report(loop, visitors));
                    return gates;
                })
                .thenApply(closed -> inside)); // on the loop, after all reports
    }

    private void report(EventLoop loop, int visitors) {
        int entered = countAlone(visitors);
        loop.execute(() -> inside += entered);
    }

    private static int countAlone(int visitors) {
        int entered = 0;
        for (int visitor = 0; visitor < visitors; visitor++) {
            entered++;
        }
        return entered;
    }

    static void main() throws Exception {
        Example.run(new WithEventLoop());
    }
}

package interleave.eventloop;

/** A future that is completed when its turn comes, in the name of the task that asked for it. */
class NextTurn extends AwaitedFuture<Void> implements Runnable {

    final Task<?> asker;

    NextTurn(EventLoop loop) {
        super(loop);
        asker = loop.asker();
    }

    @Override
    public void run() {
        loop.switchTo(asker);
        complete(null);
    }
}

package interleave.eventloop;

/** A callback that belongs to a task: what it asks of the loop while it runs is asked on behalf of that task. */
record Step(EventLoop loop, Task<?> task, Runnable callback) implements Runnable {
    @Override
    public void run() {
        loop.switchTo(task);
        callback.run();
    }
}

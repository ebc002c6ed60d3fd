package interleave.eventloop.observation;

import java.util.concurrent.CompletableFuture;

/** Notifies two listeners: the debug mode and Flight Recorder. */
record BothListeners(LoopListener first, LoopListener second) implements LoopListener {

    @Override
    public void requested(Object what, Owner by) {
        first.requested(what, by);
        second.requested(what, by);
    }

    @Override
    public String placeOf(Object what) {
        String place = first.placeOf(what);
        return place.isEmpty() ? second.placeOf(what) : place;
    }

    @Override
    public void turnStarted() {
        first.turnStarted();
        second.turnStarted();
    }

    @Override
    public void turnEnded(int callbacks) {
        first.turnEnded(callbacks);
        second.turnEnded(callbacks);
    }

    @Override
    public void callbackReady(Runnable callback, Owner by) {
        first.callbackReady(callback, by);
        second.callbackReady(callback, by);
    }

    @Override
    public void callbackStarted(Runnable callback) {
        first.callbackStarted(callback);
        second.callbackStarted(callback);
    }

    @Override
    public void callbackEnded(Runnable callback, Owner owner) {
        first.callbackEnded(callback, owner);
        second.callbackEnded(callback, owner);
    }

    @Override
    public void ownerChanged(Owner before, Owner now) {
        first.ownerChanged(before, now);
        second.ownerChanged(before, now);
    }

    @Override
    public void timerStarted(Object timer, Owner sleeper) {
        first.timerStarted(timer, sleeper);
        second.timerStarted(timer, sleeper);
    }

    @Override
    public void timerEnded(Object timer, Owner sleeper) {
        first.timerEnded(timer, sleeper);
        second.timerEnded(timer, sleeper);
    }

    @Override
    public void taskCreated(Owner task) {
        first.taskCreated(task);
        second.taskCreated(task);
    }

    @Override
    public void taskEnded(Owner task, Throwable failure) {
        first.taskEnded(task, failure);
        second.taskEnded(task, failure);
    }

    @Override
    public void taskNeverStarted(Owner task) {
        first.taskNeverStarted(task);
        second.taskNeverStarted(task);
    }

    @Override
    public void failed(CompletableFuture<?> future, Throwable failure) {
        first.failed(future, failure);
        second.failed(future, failure);
    }

    @Override
    public void retrieved(CompletableFuture<?> future) {
        first.retrieved(future);
        second.retrieved(future);
    }

    @Override
    public void loopClosed() {
        first.loopClosed();
        second.loopClosed();
    }
}

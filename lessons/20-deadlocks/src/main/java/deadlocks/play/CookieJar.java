package deadlocks.play;

/** Two children wait for cookies, which their mother puts into the jar one by one. */
final class CookieJar {
    private int cookies;

    void anna() throws InterruptedException {
        eat();
    }

    void ben() throws InterruptedException {
        eat();
    }

    void mother() {
        put();
        put();
    }

    private synchronized void put() {
        cookies++;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // the mistake
    private synchronized void eat() throws InterruptedException {
        if (cookies == 0) {
            wait();
        }
        if (cookies == 0) {
            throw new IllegalStateException("The jar is empty");
        }
        cookies--;
    }
}

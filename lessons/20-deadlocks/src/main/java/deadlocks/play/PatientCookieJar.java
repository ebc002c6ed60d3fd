package deadlocks.play;

/** The jar of {@link CookieJar}. A child that is woken checks the jar again. */
final class PatientCookieJar {
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

    private synchronized void eat() throws InterruptedException {
        while (cookies == 0) {
            wait();
        }
        if (cookies == 0) {
            throw new IllegalStateException("The jar is empty");
        }
        cookies--;
    }
}

package deadlocks.play;

/** The diners of {@link ThreeDiners}. Each takes the fork with the lower number first. */
final class OrderedDiners {
    private final Object fork1 = new Object();
    private final Object fork2 = new Object();
    private final Object fork3 = new Object();

    void anna() {
        synchronized (fork1) {
            synchronized (fork2) {
                eat();
            }
        }
    }

    void ben() {
        synchronized (fork2) {
            synchronized (fork3) {
                eat();
            }
        }
    }

    void carla() {
        synchronized (fork1) {
            synchronized (fork3) {
                eat();
            }
        }
    }

    private void eat() {}
}

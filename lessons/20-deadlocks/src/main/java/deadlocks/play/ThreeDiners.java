package deadlocks.play;

/** Three diners sit at a round table with three forks. Each takes the fork on the left, then the one on the right. */
final class ThreeDiners {
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
        synchronized (fork3) {
            synchronized (fork1) {
                eat();
            }
        }
    }

    private void eat() {}
}

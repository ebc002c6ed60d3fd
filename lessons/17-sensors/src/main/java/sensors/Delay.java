package sensors;

/** After a pause, a new grid begins: all later ticks are shifted. */
final class Delay {
    private Delay() {}

    static void main(String[] args) throws InterruptedException {
        IO.println(Work.named(args).run(MissedTicks.DELAY));
    }
}

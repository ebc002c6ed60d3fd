package sensors;

/** After a pause, missed ticks are counted, and the next one is on the grid again. */
final class Skip {
    private Skip() {}

    static void main(String[] args) throws InterruptedException {
        IO.println(Work.named(args).run(MissedTicks.SKIP));
    }
}

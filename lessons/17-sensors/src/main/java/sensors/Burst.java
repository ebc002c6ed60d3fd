package sensors;

/** After a pause, all missed ticks happen at once. */
final class Burst {
    private Burst() {}

    static void main(String[] args) throws InterruptedException {
        IO.println(Work.named(args).run(MissedTicks.BURST));
    }
}

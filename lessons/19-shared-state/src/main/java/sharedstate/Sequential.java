package sharedstate;

/** One gate after the other, on one thread. Nothing is shared. */
public final class Sequential implements Turnstiles {
    private int inside;

    @Override
    public int count(int gates, int visitors) {
        for (int gate = 1; gate <= gates; gate++) {
            for (int visitor = 0; visitor < visitors; visitor++) {
                inside++;
            }
        }
        return inside;
    }

    static void main() throws Exception {
        Example.run(new Sequential());
    }
}

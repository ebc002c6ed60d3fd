package sharedstate;

/** Wrong on purpose: two fields that belong together are written and read one after the other. */
public final class TornPair implements Sign {
    private volatile String play;
    private volatile int hall;

    /** Creates a sign that shows this play in this hall. */
    public TornPair(String play, int hall) {
        this.play = play;
        this.hall = hall;
    }

    @Override
    public void change(String newPlay, int newHall) {
        play = newPlay;
        hall = newHall;
    }

    @Override
    public Show read() {
        return new Show(play, hall);
    }
}

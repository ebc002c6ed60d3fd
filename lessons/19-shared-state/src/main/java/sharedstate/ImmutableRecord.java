package sharedstate;

/** Both values are in one immutable record, and each change replaces the only reference to it. */
public final class ImmutableRecord implements Sign {
    private volatile Show show;

    /** Creates a sign that shows this play in this hall. */
    public ImmutableRecord(String play, int hall) {
        show = new Show(play, hall);
    }

    @Override
    public void change(String newPlay, int newHall) {
        show = new Show(newPlay, newHall);
    }

    @Override
    public Show read() {
        return show;
    }
}

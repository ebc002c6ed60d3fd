package sharedstate;

/** Both values are in one immutable record, and the one reference to it is replaced. */
public final class ImmutableRecord implements Sign {
    private volatile Show show;

    /** The sign before its first change. */
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

package interleave.notebook;

import interleave.recorder.model.Timeline;

/** What a version did while it was watched; a cell that ends in it shows its picture. */
public record RecordedRun(Timeline timeline) {

    /** Its picture alone; {@link Recordings#draw} puts several on one axis. */
    public Display display() {
        return Recordings.draw(this);
    }

    @Override
    public String toString() {
        return display().text();
    }
}

package interleave.notebook;

import interleave.recorder.model.Timeline;

/** The recording of a run. A cell whose value it is shows its timeline. */
public record RecordedRun(Timeline timeline) {

    /** The timeline of this run. {@link Recordings#draw} draws several runs on one axis. */
    public Display display() {
        return Recordings.draw(this);
    }

    @Override
    public String toString() {
        return display().text();
    }
}

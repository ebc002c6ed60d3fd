package interleave.notebook;

import interleave.recorder.model.Timeline;

/** What a version did while it was watched; a cell that ends in it shows its picture. */
public record Watched(Timeline timeline) {

    /** Its picture alone; {@link Watch#draw} puts several on one axis. */
    Display display() {
        return Watch.draw(this);
    }

    @Override
    public String toString() {
        return display().text();
    }
}

package interleave.recorder.model;

/** The number of platform threads and of virtual threads that a version used. */
public record ThreadCount(int platform, int virtual) {

    /** The text for a table: "4", or "1 + 3 virtual". */
    @Override
    public String toString() {
        return virtual == 0 ? String.valueOf(platform) : platform + " + " + virtual + " virtual";
    }
}

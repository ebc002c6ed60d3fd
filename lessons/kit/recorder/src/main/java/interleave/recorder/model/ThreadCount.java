package interleave.recorder.model;

/** How many threads a version used: those of the operating system, and virtual ones. */
public record ThreadCount(int platform, int virtual) {

    /** As a table shows it: "4", or "1 + 3 virtual". */
    @Override
    public String toString() {
        return virtual == 0 ? String.valueOf(platform) : platform + " + " + virtual + " virtual";
    }
}

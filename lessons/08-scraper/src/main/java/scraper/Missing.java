package scraper;

/** A page that could not be fetched, and why, in plain words. */
public record Missing(String address, String why) implements Result {

    Missing(String address, FetchException failure) {
        this(address, failure.getMessage());
    }

    @Override
    public String toString() {
        return "Failed to fetch " + address + ": " + why;
    }
}

package scraper;

import scraper.web.FetchException;
import scraper.web.Page;
import scraper.web.TerminalText;

/** The outcome of one address. Its text is the line that is printed for it. */
public sealed interface Result {

    /** The address as it was given. */
    String address();

    /** The page arrived. */
    record Fetched(Page page) implements Result {
        @Override
        public String address() {
            return page.address();
        }

        @Override
        public String toString() {
            return TerminalText.of("Fetched " + address() + ": " + page.characters() + " characters");
        }
    }

    /** The page could not be fetched. {@code why} is shown to the user. */
    record Failed(String address, String why) implements Result {
        Failed(String address, FetchException failure) {
            this(address, failure.getMessage());
        }

        @Override
        public String toString() {
            return TerminalText.of("Failed to fetch " + address + ": " + why);
        }
    }
}

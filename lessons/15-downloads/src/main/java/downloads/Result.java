package downloads;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** How the download of one address ended. */
public sealed interface Result {

    /** Where it came from. */
    URI address();

    /** The file is complete. */
    record Saved(URI address, Path file) implements Result {
        @Override
        public String toString() {
            return "Saved " + file.getFileName();
        }
    }

    /** The file is not there. What has arrived is kept, and the next download of this address continues with it. */
    record Failed(URI address, String why) implements Result {
        @Override
        public String toString() {
            return "Failed to download " + address + ": " + why;
        }
    }

    /** A failure with the message of an exception. */
    static Result failed(URI address, IOException failure) {
        return new Failed(address, failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}

package downloads;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The result of the download of one address. */
public sealed interface Result {

    /** The address of the file. */
    URI address();

    /** The file is complete. */
    record Saved(URI address, Path file) implements Result {
        @Override
        public String toString() {
            return "Saved " + file.getFileName();
        }
    }

    /** The file was not saved. Its bytes so far are kept, and the next download of this address continues there. */
    record Failed(URI address, String why) implements Result {
        @Override
        public String toString() {
            return "Failed to download " + address + ": " + why;
        }
    }

    /** Creates a failure with the message of an exception. */
    static Result failed(URI address, IOException failure) {
        return new Failed(address, failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}

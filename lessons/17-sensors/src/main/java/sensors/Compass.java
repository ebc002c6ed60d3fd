package sensors;

import java.io.IOException;

/** A compass whose cable has a loose contact: readings 4 to 7 fail. */
final class Compass {

    private int attempts;

    /** Returns the number of the reading. */
    int read() throws IOException {
        attempts++;
        if (attempts >= 4 && attempts <= 7) {
            throw new IOException("no answer");
        }
        return attempts;
    }
}

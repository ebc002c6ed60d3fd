package downloads.transfer;

import java.net.URI;
import java.util.Optional;

/**
 * A request for a file.
 *
 * @param from the first byte that is needed; 0 for the whole file
 * @param validator identifies the version of the file whose first bytes have arrived; empty for the whole file
 */
record Request(URI address, long from, Optional<String> validator) {

    /** Whether only a part is needed. */
    boolean isForRange() {
        return from > 0;
    }
}

package errors;

import java.io.IOException;
import java.net.URI;

/** The server has answered with a status other than 200. */
public final class StatusException extends IOException {

    private final int status;

    /** An answer of this address with this status, such as 404. */
    public StatusException(URI address, int status) {
        super(address.getPath() + ": status " + status);
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** Whether the request was wrong (4xx), and not the server (5xx). */
    public boolean isClientError() {
        return status / 100 == 4;
    }
}

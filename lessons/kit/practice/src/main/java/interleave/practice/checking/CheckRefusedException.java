package interleave.practice.checking;

import java.io.IOException;

/** Nothing can be checked on this machine: a checking process has no room, or does not start. */
public final class CheckRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    CheckRefusedException(String message) {
        super(message);
    }

    CheckRefusedException(IOException reason) {
        super("Nothing can be checked here: " + reason.getMessage(), reason);
    }
}

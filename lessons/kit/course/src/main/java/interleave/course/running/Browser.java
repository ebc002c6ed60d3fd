package interleave.course.running;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The program that opens a page.
 *
 * @param system the name of the operating system
 * @param environment its variables, some of which name the display
 */
record Browser(String system, Map<String, String> environment) {

    /** The browser of this machine. */
    static Browser here() {
        return new Browser(System.getProperty("os.name", ""), System.getenv());
    }

    /** Opens a page. Returns why it cannot, in a sentence. */
    Optional<String> open(URI page) {
        List<String> command = command(page);
        if (!hasDisplay()) {
            return Optional.of("There is no display to open a browser on.");
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.empty();
        } catch (IOException missing) {
            return Optional.of("No browser could be started here (" + command.getFirst() + ").");
        }
    }

    private List<String> command(URI page) {
        String address = page.toString();
        return isWindows()
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(isMac() ? "open" : "xdg-open", address);
    }

    /** Without a display, as on a server, xdg-open fails after this program has ended. */
    private boolean hasDisplay() {
        return isWindows()
                || isMac()
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private boolean isMac() {
        return system.toLowerCase(Locale.ROOT).contains("mac");
    }

    private boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).contains("win") && !isMac();
    }
}

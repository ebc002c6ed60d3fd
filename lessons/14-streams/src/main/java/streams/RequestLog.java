package streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** The log of a web server, with a line for each request. Every hundredth request failed. */
final class RequestLog {

    private RequestLog() {}

    /** One line without its line break, such as "GET /cart/17 200". */
    static String line(long number) {
        return "GET /cart/" + number + (number % 100 == 0 ? " 500" : " 200");
    }

    static void write(long lines, OutputStream output) throws IOException {
        for (long number = 1; number <= lines; number++) {
            output.write((line(number) + "\n").getBytes(UTF_8));
        }
    }
}

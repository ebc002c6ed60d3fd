package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {
    @Test
    void reportsThatThereIsNoDisplay() {
        assertThat(new Browser("Linux", Map.of()).open(URI.create("file:///page.html")))
                .hasValue("There is no display to open a browser on.");
    }
}

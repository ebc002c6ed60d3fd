package interleave.recorder.page;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Mark;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CaptionTextTest {

    @Test
    void omitsOriginsOfAddresses() {
        assertThat(CaptionText.shortened("Fetched http://127.0.0.1:33443/news: 909 characters"))
                .isEqualTo("Fetched /news: 909 characters");
    }

    @Test
    void omitsPackagesOfFailures() {
        var failure = new Mark(Duration.ZERO, "failed: scraper.web.FetchException: 404", Mark.Kind.FAILED);

        assertThat(CaptionText.of(failure)).isEqualTo("\u2715 failed: FetchException: 404");
    }

    @Test
    void endsLongTextAfterWholeWord() {
        assertThat(CaptionText.shortened("word ".repeat(40)))
                .isEqualTo("word ".repeat(20).strip() + "\u2026");
    }
}

package interleave.course.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void numbersThatDifferBecomeRanges() {
        assertThat(Ranges.of(List.of("page-2", "page-10", "page-1"))).isEqualTo("page-1..10");
        assertThat(Ranges.of(List.of("read from 127.0.0.1:80", "read from 127.0.0.1:443")))
                .isEqualTo("read from 127.0.0.1:80..443");
        assertThat(Ranges.of(List.of("0.9 s", "10.1 s"))).isEqualTo("0.9..10.1 s");
    }

    @Test
    void equalTextsStay() {
        assertThat(Ranges.of(List.of("lock 1", "lock 1"))).isEqualTo("lock 1");
    }

    @Test
    void otherTextsAreFirstAndLast() {
        assertThat(Ranges.of(List.of("ann", "bob", "eve"))).isEqualTo("ann ... eve");
    }

    @Test
    void hashCodesAreNoRange() {
        assertThat(Ranges.of(List.of("lock@1f2a", "lock@33"))).isEqualTo("lock@...");
    }
}

package interleave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void ordersNumbersByValue() {
        assertThat(List.of("ann 10", "ann 2", "Bob 1", "ann", "ann 002", "tasks 1,000", "tasks 200").stream()
                        .sorted(NaturalOrder.INSTANCE))
                .containsExactly("ann", "ann 002", "ann 2", "ann 10", "Bob 1", "tasks 200", "tasks 1,000");
    }
}

package interleave.virtualtime.engine.steps;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.install.Installation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No signature names {@code Site}: JUnit would load it with the class loader of the tests, before the engine. */
class SiteTest {

    @BeforeAll
    static void loadTheEngine() {
        Installation.ensure();
    }

    /** A class that a student saves again and again is rewritten each time. */
    @Test
    void equalSitesShareOneNumber() {
        int number = addReadOf("count");

        assertThat(addReadOf("count")).isEqualTo(number);
        assertThat(Site.get(number).name()).isEqualTo("count");
    }

    @Test
    void differentSitesHaveDifferentNumbers() {
        int count = addReadOf("count");
        int total = addReadOf("total");

        assertThat(Site.get(count).name()).isEqualTo("count");
        assertThat(Site.get(total).name()).isEqualTo("total");
    }

    private static int addReadOf(String field) {
        return Site.add(new Site("Counter:12", "read " + field, Access.READ, "claims/Counter", field));
    }
}

package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.Place.Call;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void onlyTheProgramsLinesCount() {
        assertThat(Place.of(Stream.of(new Call("java.lang.Thread", 509), new Call("greet.Sequential", 20),
                new Call("greet.Sequential$Guest", 12), new Call("interleave.course.Version", 99)))).containsExactly(
                        new Place("Sequential.java", 20), new Place("Sequential.java", 12));
    }

    @Test
    void aLineThatIsNotKnownIsLeftOut() {
        assertThat(Place.of(Stream.of(new Call("greet.Sequential", -1)))).isEmpty();
    }
}

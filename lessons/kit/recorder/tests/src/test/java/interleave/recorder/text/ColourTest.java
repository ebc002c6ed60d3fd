package interleave.recorder.text;

import static interleave.recorder.text.TerminalPalettes.VISIBLE;
import static interleave.recorder.text.TerminalPalettes.blended;
import static interleave.recorder.text.TerminalPalettes.contrast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.recorder.model.State;
import interleave.recorder.text.TerminalPalettes.Palette;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColourTest {
    private static final Pattern FOREGROUND = Pattern.compile("\u001b\\[(?:38;5;(\\d+)|3(\\d))(?=[;m])");
    private static final Pattern BACKGROUND = Pattern.compile("[\\[;]48;5;(\\d+)(?=[;m])");
    /** GNOME's terminals draw a shaded glyph as an area in which this part is the foreground. */
    private static final double LIGHT_SHADE = 0.25;

    @ParameterizedTest
    @MethodSource("palettes")
    void everyStateIsVisible(Palette palette) {
        for (Glyphs glyphs : Glyphs.values()) {
            assertThat(State.values()).allSatisfy(state -> assertVisible(palette, state, glyphs.state(state)));
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void faintTextIsVisible(Palette palette) {
        assertThat(contrast(foreground(palette, Colour.ANSI.faint("x")), palette.background()))
                .isGreaterThanOrEqualTo(VISIBLE);
    }

    @Test
    void statesThatAreNotQuietHaveDifferentColours() {
        assertThat(Stream.of(State.RUNNING, State.SLEEP, State.LOCK, State.IO, State.OTHER, State.IDLE)
                        .map(state -> Colour.ANSI.paint(state, "x")))
                .doesNotHaveDuplicates();
    }

    @Test
    void computesContrastAsInWcag() {
        assertThat(contrast(0x000000, 0xffffff)).isCloseTo(21, within(0.001));
        assertThat(contrast(0x777777, 0xffffff)).isCloseTo(4.48, within(0.005));
        assertThat(blended(0xffffff, 0x000000, LIGHT_SHADE)).isEqualTo(0x404040);
    }

    private static List<Palette> palettes() {
        return TerminalPalettes.ALL;
    }

    private static void assertVisible(Palette palette, State state, char glyph) {
        String painted = Colour.ANSI.paint(state, String.valueOf(glyph));
        var background = BACKGROUND.matcher(painted);
        int cell = background.find() ? palette.indexed(Integer.parseInt(background.group(1))) : palette.background();
        int seen = blended(foreground(palette, painted), cell, glyph == Glyphs.LIGHT_SHADE ? LIGHT_SHADE : 1);

        assertThat(contrast(seen, palette.background()))
                .as("contrast of %c %s (#%06x) on #%06x", glyph, state.meaning(), seen, palette.background())
                .isGreaterThanOrEqualTo(VISIBLE);
    }

    private static int foreground(Palette palette, String painted) {
        var colour = FOREGROUND.matcher(painted);
        assertThat(colour.find())
                .as("a foreground colour in " + painted.replace('\u001b', '^'))
                .isTrue();
        return palette.indexed(Integer.parseInt(colour.group(1) == null ? colour.group(2) : colour.group(1)));
    }
}

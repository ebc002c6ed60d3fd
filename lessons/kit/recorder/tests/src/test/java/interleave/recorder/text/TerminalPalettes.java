package interleave.recorder.text;

import java.util.List;
import java.util.stream.IntStream;

/** The default colours of common terminals, and the contrast between two colours. */
final class TerminalPalettes {
    /** Below this contrast, WCAG 2 (success criterion 1.4.11) calls a graphical object hard to see. */
    static final double VISIBLE = 3;

    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    /** @param colours the background, then the colours of SGR 30 to 37, as RGB */
    record Palette(String terminal, int background, List<Integer> colours) {

        private static Palette of(String terminal, String background, String colours) {
            return new Palette(
                    terminal,
                    Integer.parseInt(background, 16),
                    List.of(colours.split(" ")).stream()
                            .map(colour -> Integer.valueOf(colour, 16))
                            .toList());
        }

        /** The colour of SGR {@code 38;5;number} or {@code 48;5;number}. A theme defines those below 8. */
        int indexed(int number) {
            if (number < 8) {
                return colours.get(number);
            }
            if (number < 16) {
                throw new IllegalArgumentException("no bright colours in this table");
            }
            if (number >= 232) {
                int grey = 8 + 10 * (number - 232);
                return rgb(grey, grey, grey);
            }
            int place = number - 16;
            return rgb(CUBE[place / 36], CUBE[place / 6 % 6], CUBE[place % 6]);
        }

        @Override
        public String toString() {
            return terminal;
        }
    }

    private static final String XTERM = "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5";
    private static final String VS_CODE = "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5";
    private static final String VS_CODE_LIGHT = "000000 cd3131 107c10 949800 0451a5 bc05bc 0598bc 555555";
    private static final String CAMPBELL = "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc";
    private static final String GNOME = "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc";
    private static final String SOLARIZED = "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5";
    private static final String MACOS = "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf";
    private static final String PUTTY = "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb";

    static final List<Palette> ALL = List.of(
            Palette.of("xterm, black", "000000", XTERM),
            Palette.of("xterm, white", "ffffff", XTERM),
            Palette.of("VS Code dark", "1e1e1e", VS_CODE),
            Palette.of("VS Code dark modern", "181818", VS_CODE),
            Palette.of("VS Code light", "ffffff", VS_CODE_LIGHT),
            Palette.of("VS Code light modern", "f8f8f8", VS_CODE_LIGHT),
            Palette.of("Windows Terminal Campbell", "0c0c0c", CAMPBELL),
            Palette.of("GNOME dark", "1e1e1e", GNOME),
            Palette.of("GNOME light", "ffffff", GNOME),
            Palette.of("Ubuntu", "300a24", GNOME),
            Palette.of("Solarized dark", "002b36", SOLARIZED),
            Palette.of("Solarized light", "fdf6e3", SOLARIZED),
            Palette.of("macOS Basic", "ffffff", MACOS),
            Palette.of("macOS Basic, dark mode", "1e1e1e", MACOS),
            Palette.of("macOS Pro", "000000", MACOS),
            Palette.of("PuTTY", "000000", PUTTY));

    private TerminalPalettes() {}

    /** The contrast ratio of WCAG 2, from 1 to 21. */
    static double contrast(int one, int other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** The colour of an area of which {@code part} is drawn in the foreground. */
    static int blended(int foreground, int background, double part) {
        return IntStream.of(16, 8, 0)
                .map(shift ->
                        (int) Math.round(part * channel(foreground, shift) + (1 - part) * channel(background, shift))
                                << shift)
                .sum();
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(channel(rgb, 16)) + 0.7152 * linear(channel(rgb, 8)) + 0.0722 * linear(channel(rgb, 0));
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int channel(int rgb, int shift) {
        return rgb >> shift & 0xff;
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}

package interleave.practice.checking;

import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.Serializable;

/** How timelines are drawn: the width in columns, the characters, and the colours. */
public record PictureStyle(int width, Glyphs glyphs, Colour colour) implements Serializable {}

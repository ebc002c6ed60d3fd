package interleave.practice.checking;

import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.Serializable;

/** How pictures are drawn: in so many columns, with these characters, in colour or not. */
public record PictureStyle(int width, Glyphs glyphs, Colour colour) implements Serializable {}

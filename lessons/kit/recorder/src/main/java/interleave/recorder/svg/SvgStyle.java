package interleave.recorder.svg;

import interleave.recorder.layout.ResourceFile;

/** The style sheet and the fill patterns for lanes. A document with lanes must contain them once. */
public final class SvgStyle {

    private SvgStyle() {}

    /** The colours of states and marks, light and dark. */
    public static String states() {
        return ResourceFile.text(SvgStyle.class, "states.css");
    }

    /** The {@code defs} element with the fill patterns of the states. */
    public static String patterns() {
        return ResourceFile.text(SvgStyle.class, "patterns.svg");
    }
}

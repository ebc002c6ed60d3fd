package interleave.recorder.svg;

import interleave.recorder.layout.ResourceFile;

/** The style sheet and the fill patterns of lanes, which every document that shows lanes must contain once. */
public final class SvgStyle {

    private SvgStyle() {}

    /** The colours of states and marks, light and dark. */
    public static String states() {
        return ResourceFile.text(SvgStyle.class, "states.css");
    }

    /** The {@code defs} element with the patterns that states are filled with. */
    public static String patterns() {
        return ResourceFile.text(SvgStyle.class, "patterns.svg");
    }
}

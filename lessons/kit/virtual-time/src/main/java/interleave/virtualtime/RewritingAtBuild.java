package interleave.virtualtime;

/**
 * Runs once when this module is built, so that the JDK's classes which virtual time rewrites are kept beside the
 * engine's: {@code RewritingAtBuild FOLDER_OF_CLASSES}.
 */
final class RewritingAtBuild {
    private RewritingAtBuild() {}

    static void main(String[] arguments) throws Exception {
        System.setProperty("interleave.virtualtime.keep", arguments[0]);
        VirtualTime.run(() -> {});
    }
}

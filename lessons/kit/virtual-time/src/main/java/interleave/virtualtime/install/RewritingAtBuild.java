package interleave.virtualtime.install;

/**
 * Runs when this module is built, and stores the rewritten JDK classes beside the engine's classes. Usage:
 * {@code RewritingAtBuild FOLDER_OF_CLASSES}.
 */
final class RewritingAtBuild {
    private RewritingAtBuild() {}

    static void main(String[] arguments) throws Exception {
        System.setProperty("interleave.virtualtime.keep", arguments[0]);
        Installation.ensure();
    }
}

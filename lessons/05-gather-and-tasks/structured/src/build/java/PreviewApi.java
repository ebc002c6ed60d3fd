/**
 * Says whether the JDK of the build has the preview API this module is written for. Maven asks before it compiles:
 * {@code java PreviewApi.java FILE}, where FILE becomes properties of the build. A preview API and its class files
 * belong to one release of Java, and are refused by every other.
 */
final class PreviewApi {
    private static final int RELEASE = 25;

    static void main(String[] args) throws java.io.IOException {
        int feature = Runtime.version().feature();
        boolean differs = feature != RELEASE;
        if (differs) {
            IO.println("Skipped: structured scopes, a preview API of Java " + RELEASE + ". This is Java " + feature
                    + ", whose API may differ.");
        }
        var file = java.nio.file.Path.of(args[0]);
        java.nio.file.Files.createDirectories(file.getParent());
        java.nio.file.Files.writeString(file, "maven.main.skip=" + differs + "\nmaven.test.skip=" + differs + "\n");
    }
}

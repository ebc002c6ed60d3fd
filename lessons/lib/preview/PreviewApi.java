/**
 * Checks whether the JDK of the build has the preview API that a module uses. Maven runs {@code java PreviewApi.java
 * FILE} before it compiles, and reads build properties from FILE. A preview API and the class files that use it belong
 * to one release of Java; every other release rejects them.
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

package downloads;

import java.nio.file.Path;

/** The connection breaks in the middle of ten photos. Then the program is started again. */
record Break() implements Example {

    private static final int PHOTOS = 30;

    @Override
    public void run(Version version, Opener opener) throws Exception {
        try (var museum = Museum.withBreaks(PHOTOS);
                var folder = new TemporaryFolder()) {
            run("First run: ", museum, folder.path(), version, opener);
            run("Second run: ", museum, folder.path(), version, opener);
            IO.println(museum.damaged(folder.path()) + " files are damaged");
        }
    }

    private static void run(String name, Museum museum, Path folder, Version version, Opener opener) throws Exception {
        try (var files = opener.open(folder, PATIENCE, received -> {})) {
            var results = version.of(files, Museum.AT_ONCE, result -> {}).downloadAll(museum.addresses());
            IO.println(name + RealAddresses.saved(results) + " of " + PHOTOS + " files saved");
        }
    }
}

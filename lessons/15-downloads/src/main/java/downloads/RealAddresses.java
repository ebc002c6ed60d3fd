package downloads;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Downloads the given addresses into a permanent folder. A second run continues the downloads. */
record RealAddresses(List<URI> addresses, Path folder) implements Example {

    /** A moderate limit for public servers. */
    private static final int AT_ONCE = 6;

    @Override
    public void run(Version version, Opener opener) throws Exception {
        List<URI> distinct = addresses.stream().distinct().toList();
        try (var progress = Progress.of(distinct.size());
                var files = opener.open(folder, PATIENCE, progress::received)) {
            var results = version.of(files, AT_ONCE, progress::finished).downloadAll(distinct);
            progress.clear();
            results.stream().filter(Result.Saved.class::isInstance).forEach(IO::println);
            IO.println(saved(results) + " of " + results.size() + " files are in " + folder);
        }
    }

    static long saved(List<Result> results) {
        return results.stream().filter(Result.Saved.class::isInstance).count();
    }
}

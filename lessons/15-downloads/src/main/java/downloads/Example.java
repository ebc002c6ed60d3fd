package downloads;

import downloads.transfer.FileDownloader;
import downloads.transfer.ResumingDownloader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** An example that every version can run. */
interface Example {

    /** How long a download waits for the next bytes. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** Creates a version. */
    interface Version {
        Downloader of(FileDownloader files, int atOnce, Consumer<Result> report);
    }

    /** Opens a folder for downloads. */
    interface Opener {
        FileDownloader open(Path folder, Duration patience, LongConsumer received) throws IOException;
    }

    /** Runs a version that downloads its files with the downloader that {@code opener} opens. */
    void run(Version version, Opener opener) throws Exception;

    /** Runs a version that resumes its downloads. */
    default void run(Version version) throws Exception {
        run(version, ResumingDownloader::into);
    }

    /**
     * Returns the example for these arguments, or a museum with 300 photos if there are none.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    static Example of(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            return new AllPhotos(300);
        }
        return switch (words.getFirst()) {
            case "break" -> new Break();
            case "names" -> new HostileNames();
            case String address when address.contains("://") -> realAddresses(words);
            default ->
                throw new IllegalArgumentException("Unknown argument '" + words.getFirst()
                        + "'. After --, this lesson accepts break, names, or addresses followed by --to and a folder.");
        };
    }

    /** The same for a version that damages files: it does not download real addresses. */
    static Example ofMuseum(String... arguments) {
        Example example = of(arguments);
        return example instanceof RealAddresses
                ? (version, opener) -> IO.println("This version is wrong on purpose, so it downloads no real addresses")
                : example;
    }

    private static Example realAddresses(List<String> words) {
        int to = words.indexOf("--to");
        if (to < 0 || to != words.size() - 2) {
            throw new IllegalArgumentException("Name a folder after the addresses: --to FOLDER");
        }
        var addresses = new ArrayList<URI>();
        for (String address : words.subList(0, to)) {
            addresses.add(URI.create(address));
        }
        return new RealAddresses(List.copyOf(addresses), Path.of(words.getLast()));
    }
}

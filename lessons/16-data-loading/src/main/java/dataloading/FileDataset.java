package dataloading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a folder, one for each batch, in an order determined by a seed. */
public final class FileDataset implements Dataset {

    private final FileFormat format;
    private final List<Path> files;

    /** Shuffles the files before any of them is loaded, so the order does not depend on the loaders. */
    public FileDataset(Path folder, FileFormat format, long seed) throws IOException {
        this.format = format;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().collect(Collectors.toList());
        }
        Collections.shuffle(files, new Random(seed));
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public Batch load(int number) throws IOException {
        Path file = files.get(number - 1);
        try {
            return format.decode(number, Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new IOException("cannot load " + file.getFileName() + ": " + failure.getMessage(), failure);
        }
    }
}

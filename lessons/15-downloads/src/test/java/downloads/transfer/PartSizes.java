package downloads.transfer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of a folder after its program was killed.
 *
 * @param parts the number of bytes for each path that is not complete
 * @param complete the paths that are complete
 * @param written the number of all bytes
 */
public record PartSizes(Map<String, Long> parts, Set<String> complete, long written) {

    /** Reads the folder. The names of the files are the paths of their addresses. */
    public static PartSizes of(Path folder, List<URI> addresses) throws IOException {
        var parts = new HashMap<String, Long>();
        var complete = new HashSet<String>();
        long written = 0;
        for (URI address : addresses) {
            Path file = folder.resolve(address.getPath().substring(1));
            Path part = DownloadFolderTest.part(folder, address);
            if (Files.exists(file)) {
                complete.add(address.getPath());
                written += Files.size(file);
            } else if (Files.exists(part)) {
                parts.put(address.getPath(), Files.size(part));
                written += Files.size(part);
            }
        }
        return new PartSizes(parts, complete, written);
    }
}

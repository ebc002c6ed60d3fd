package migrating;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import migrating.sources.Shop;
import migrating.sources.TargetFolder;

/** Wrong on purpose: the lock is gone, but the buffer is still shared. Another thread overwrites it. */
final class SharedBufferTargets implements Targets {

    private final TargetFolder folder;
    private final byte[] buffer = new byte[TargetFolder.SIZE];

    SharedBufferTargets(TargetFolder folder) {
        this.folder = folder;
    }

    @Override
    public long of(Shop shop) throws IOException, InterruptedException {
        folder.read(shop, buffer);
        return Long.parseLong(new String(buffer, US_ASCII));
    }
}

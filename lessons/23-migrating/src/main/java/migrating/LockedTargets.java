package migrating;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import migrating.sources.Shop;
import migrating.sources.TargetFolder;

/** As in the original program: one buffer for all files, and a lock, because only one thread at a time may use it. */
final class LockedTargets implements Targets {

    private final TargetFolder folder;
    private final byte[] buffer = new byte[TargetFolder.SIZE];

    LockedTargets(TargetFolder folder) {
        this.folder = folder;
    }

    @Override
    public synchronized long of(Shop shop) throws IOException, InterruptedException {
        folder.read(shop, buffer);
        return Long.parseLong(new String(buffer, US_ASCII));
    }
}

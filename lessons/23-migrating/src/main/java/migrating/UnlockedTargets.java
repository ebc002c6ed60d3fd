package migrating;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import migrating.sources.Shop;
import migrating.sources.TargetFolder;

/** A buffer for each call, so nothing is shared, and no lock is needed. */
final class UnlockedTargets implements Targets {

    private final TargetFolder folder;

    UnlockedTargets(TargetFolder folder) {
        this.folder = folder;
    }

    @Override
    public long of(Shop shop) throws IOException, InterruptedException {
        var buffer = new byte[TargetFolder.SIZE];
        folder.read(shop, buffer);
        return Long.parseLong(new String(buffer, US_ASCII));
    }
}

package migrating;

import java.io.IOException;
import migrating.sources.Shop;

/** What each shop should sell, in hundredths. */
interface Targets {

    /** Reads the target of a shop from its file, and blocks its thread. */
    long of(Shop shop) throws IOException, InterruptedException;
}

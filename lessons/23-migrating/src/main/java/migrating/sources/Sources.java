package migrating.sources;

import java.util.List;

/** Everything that a report reads. Closing it is the task of the code that created it. */
public record Sources(List<Shop> shops, Database database, StockServer stock, TargetFolder folder) {}

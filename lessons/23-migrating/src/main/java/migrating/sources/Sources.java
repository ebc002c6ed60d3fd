package migrating.sources;

import java.util.List;

/** Everything that a report reads. The code that created the sources closes them. */
public record Sources(List<Shop> shops, Database database, StockServer stock, TargetFolder folder) {}

package debugging.importer;

/** A line of an access log. */
record Line(String address, String text) {}

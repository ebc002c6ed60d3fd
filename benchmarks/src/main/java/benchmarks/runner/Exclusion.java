package benchmarks.runner;

/** Rows that are not measured, and the reason, as the report shows them. */
record Exclusion(String what, String why) {}

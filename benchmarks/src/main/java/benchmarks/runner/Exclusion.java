package benchmarks.runner;

/** Rows that are not measured, and why: both for the reader of the report. */
record Exclusion(String what, String why) {}

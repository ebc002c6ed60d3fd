package benchmarks.runner;

/** What is not measured, and why, as it is told to whoever reads the result. */
record Cut(String what, String why) {}

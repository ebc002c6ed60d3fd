/** What it costs to write files on virtual threads: lesson 15. */
package benchmarks.downloads;

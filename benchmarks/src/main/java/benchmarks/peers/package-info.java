/** The runtimes that are compared with the course's loop, each behind the same interface. Uses no lesson. */
package benchmarks.peers;

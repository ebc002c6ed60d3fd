/** Child processes: a peer in another language, or a server that must not share the client's JVM. Uses the JDK only. */
package benchmarks.processes;

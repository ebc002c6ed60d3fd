/**
 * Web servers and clients for programs that learn or test networking, on one machine and without the internet.
 * {@link interleave.localsite.LocalSite} is a web site with latencies and faults,
 * {@link interleave.localsite.Rendezvous} a server that proves that requests overlap, and
 * {@link interleave.localsite.SimulatedClient} an HTTP client for virtual time. The package depends on the JDK and on
 * {@code interleave.eventloop} only.
 */
package interleave.localsite;

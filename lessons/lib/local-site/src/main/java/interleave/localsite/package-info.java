/**
 * The rest of the world, for the lessons about the network and their tests to talk to, with its delays, errors and
 * limits: {@link interleave.localsite.LocalSite} is a web site on this machine, {@link interleave.localsite.Rendezvous}
 * a server that proves how many asked at once, {@link interleave.localsite.SimulatedClient} a client without a network,
 * for virtual time. It is neither a lesson nor a tool that watches lessons.
 */
package interleave.localsite;

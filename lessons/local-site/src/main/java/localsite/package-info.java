/**
 * A web site on this machine, for the lessons about the network to talk to. It is neither a lesson nor a tool that
 * watches lessons: it plays the rest of the world, with its delays, errors and limits.
 */
package localsite;

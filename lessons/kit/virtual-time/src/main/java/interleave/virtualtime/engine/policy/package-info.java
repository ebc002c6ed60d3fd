/** What decides which thread of a run goes on, and what it knows of the threads. */
package interleave.virtualtime.engine.policy;

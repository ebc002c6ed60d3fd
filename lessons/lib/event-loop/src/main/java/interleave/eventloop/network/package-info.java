/** The selector and buffers for output. Uses the JDK only. */
package interleave.eventloop.network;

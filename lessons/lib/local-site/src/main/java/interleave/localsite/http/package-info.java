/** Parses HTTP/1.1 requests and encodes responses. It has no sockets and no threads, and depends on the JDK only. */
package interleave.localsite.http;

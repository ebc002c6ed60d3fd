/** Echo servers of several runtimes, and the client that all of them get. Uses peers for the course's loop. */
package benchmarks.echo;

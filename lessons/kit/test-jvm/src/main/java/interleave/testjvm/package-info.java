/** JVMs that tests start. Uses only the JDK. */
package interleave.testjvm;

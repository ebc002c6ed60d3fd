/**
 * What the tasks of a loop wait for, as data for another process, which reads it through JMX. Of these classes, a
 * program loads only the list of open loops until another process reads it. Uses the JDK only.
 */
package interleave.eventloop.inspection;

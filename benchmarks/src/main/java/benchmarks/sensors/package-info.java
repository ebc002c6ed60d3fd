/** What a tick costs, if it is due: lesson 17. */
package benchmarks.sensors;

/** What it costs to hand an element over from a producer to a consumer: lesson 14. */
package benchmarks.streams;

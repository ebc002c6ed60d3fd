/** Data races that are found, and ordered accesses that are not reported. */
package races;

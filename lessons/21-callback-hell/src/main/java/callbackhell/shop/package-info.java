/** The shop as a library: four clients of the same five simulated servers. Its frames do not count as your own. */
package callbackhell.shop;

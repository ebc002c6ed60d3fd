/** The shop as a library: four clients of the same five simulated servers. Only its users are your own code. */
package callbackhell.shop;

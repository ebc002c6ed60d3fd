/** What the report reads: bookings in a database, the stock from a web server, and targets in files. */
package migrating.sources;

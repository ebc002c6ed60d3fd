/**
 * Reports from a database whose connections are closed whatever happens. The database is simulated: it only takes time.
 */
package contextmanager;

/** Reports from a simulated database, whose connections are closed whatever happens. */
package contextmanager;

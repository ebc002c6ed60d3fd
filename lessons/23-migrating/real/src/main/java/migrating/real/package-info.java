/** The steps of the lesson on a real database, a real web server and real files. The lesson does not depend on it. */
package migrating.real;

/**
 * The versions of the lesson on real databases: what the package {@code contextmanager} simulates, through drivers that
 * are used at work. Uses that package; that package does not know this one.
 */
package contextmanager.databases;

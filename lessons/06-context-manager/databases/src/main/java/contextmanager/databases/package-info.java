/**
 * The versions of the lesson on real databases, with production drivers. Depends on the package {@code contextmanager},
 * which does not depend on this one.
 */
package contextmanager.databases;

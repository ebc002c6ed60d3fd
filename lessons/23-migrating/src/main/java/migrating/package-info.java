/** A blocking report program that is made concurrent, step by step. */
package migrating;

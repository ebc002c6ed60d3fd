/** A report program that is moved from blocking to concurrent, step by step. */
package migrating;

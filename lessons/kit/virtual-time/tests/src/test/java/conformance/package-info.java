/** Runs foreign test suites in virtual time. */
package conformance;

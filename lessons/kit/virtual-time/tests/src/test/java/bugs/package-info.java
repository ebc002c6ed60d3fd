/** Small programs with a classic bug each, and their corrected twins. */
package bugs;

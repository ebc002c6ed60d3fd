/** The browser in which tests open pages. Uses Selenium and AssertJ. */
@NullMarked
package interleave.testbrowser;

import org.jspecify.annotations.NullMarked;

/**
 * The API for cells of the course's notebooks: recordings of a lesson's versions, and values with a rich display. It
 * uses the recorder and virtual time, and no other package of this module.
 */
@NullMarked
package interleave.notebook;

import org.jspecify.annotations.NullMarked;

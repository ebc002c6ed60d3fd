/**
 * What a version did: a {@link interleave.recorder.model.Timeline} of lanes, spans and marks, and what follows from it,
 * such as its critical path. It may use nothing but the JDK.
 */
package interleave.recorder.model;

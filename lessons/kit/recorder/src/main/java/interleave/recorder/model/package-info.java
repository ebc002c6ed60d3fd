/**
 * The model: a {@link interleave.recorder.model.Timeline} of lanes, spans and marks, and values that are computed from
 * it, such as the critical path. It may use only the JDK.
 */
package interleave.recorder.model;

/**
 * Checks what students write. A lesson's check is a {@link interleave.practice.Check}; the course has it made by a
 * {@link interleave.practice.Checker}, in a process of its own, and shows the {@link interleave.practice.Verdict}.
 */
package interleave.practice;

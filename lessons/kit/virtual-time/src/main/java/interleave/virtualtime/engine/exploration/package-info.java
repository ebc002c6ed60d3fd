/** Runs a program under all schedules with few preemptions, without repeating equivalent ones. */
package interleave.virtualtime.engine.exploration;

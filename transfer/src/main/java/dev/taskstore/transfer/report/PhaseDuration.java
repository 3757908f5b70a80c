package dev.taskstore.transfer.report;

import java.time.Duration;

/**
 * How long a phase of a copy took. Immutable.
 *
 * @param phase the phase
 * @param duration the duration
 */
public record PhaseDuration(CopyPhase phase, Duration duration) {}

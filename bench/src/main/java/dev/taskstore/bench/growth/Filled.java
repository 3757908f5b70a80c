package dev.taskstore.bench.growth;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Target;
import java.util.Optional;

/**
 * A database that has all its rows.
 *
 * @param target where it is
 * @param data its rows
 * @param bytes its size
 * @param time how long it took to fill; empty when nobody has noted it
 */
record Filled(Target target, Dataset data, long bytes, Optional<FillingTime> time) {}

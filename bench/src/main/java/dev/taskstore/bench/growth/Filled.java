package dev.taskstore.bench.growth;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Target;
import java.util.Optional;

/**
 * A completely filled database.
 *
 * @param target the database
 * @param data the rows
 * @param bytes the size in bytes
 * @param time the time to fill it; empty if unknown
 */
record Filled(Target target, Dataset data, long bytes, Optional<FillingTime> time) {}

package dev.taskstore.bench.transfer;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param type the type of its values
 */
record LoopColumn(String name, LoopType type) {}

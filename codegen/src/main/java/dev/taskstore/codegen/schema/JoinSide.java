package dev.taskstore.codegen.schema;

/**
 * A pure join table seen from the table at one of its ends.
 *
 * @param joinTable the join table
 * @param own the column that refers to the table that looks
 * @param other the column that refers to the table at the other end
 */
public record JoinSide(TableModel joinTable, ColumnModel own, ColumnModel other) {}

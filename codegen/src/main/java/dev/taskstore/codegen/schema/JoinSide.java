package dev.taskstore.codegen.schema;

/**
 * A pure join table from the point of view of one of the two tables that it joins.
 *
 * @param joinTable the join table
 * @param own the column that references this table
 * @param other the column that references the other table
 */
public record JoinSide(TableModel joinTable, ColumnModel own, ColumnModel other) {}

package dev.taskstore.liquibase.sqlite.type;

import java.util.function.UnaryOperator;

/**
 * A limit of a column that its storage class does not express, to be written as a named CHECK.
 *
 * @param kind the last part of the name of the CHECK, for example {@code range}
 * @param condition returns the SQL condition for the column name, which is quoted if required
 */
public record Limit(String kind, UnaryOperator<String> condition) {}

package dev.taskstore.db.spi;

/**
 * An index, a key or a foreign key, with the statements that drop it and build it again from its
 * own definition.
 *
 * @param table the table
 * @param name the name
 * @param dropSql the statement that drops it
 * @param createSql the statement that builds it
 */
public record RebuildableStructure(String table, String name, String dropSql, String createSql) {}

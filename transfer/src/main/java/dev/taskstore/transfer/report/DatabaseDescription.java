package dev.taskstore.transfer.report;

/**
 * One of the databases of a report. Immutable.
 *
 * @param location the file, or host, port and name of the database, without credentials
 * @param dialect the name of the dialect
 * @param product the name and version of the server or the engine
 * @param driver the name and version of the JDBC driver
 */
public record DatabaseDescription(
    String location, String dialect, String product, String driver) {}

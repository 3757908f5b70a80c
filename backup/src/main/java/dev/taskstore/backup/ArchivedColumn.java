package dev.taskstore.backup;

/**
 * A column of a table in an archive. Immutable.
 *
 * @param name the column's name
 * @param type the type of its values in the archive, such as {@code text} or {@code uuid}
 * @param precision all digits of a decimal of more than 18 digits; 0 for other types
 * @param scale the digits after the decimal point of a decimal; 0 for other types
 * @param isNullable whether the column allows NULL
 */
public record ArchivedColumn(
    String name, String type, int precision, int scale, boolean isNullable) {}

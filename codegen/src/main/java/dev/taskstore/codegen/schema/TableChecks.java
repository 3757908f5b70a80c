package dev.taskstore.codegen.schema;

import java.util.List;
import java.util.Map;

/**
 * What the CHECKs of a table say about single columns, as far as it can be told in Java.
 *
 * @param literals the texts that a column may hold, by the name of the column
 * @param limits how long the values of a column may be, by the name of the column: texts in code
 *     points, binary data in bytes
 * @param octetLimits how many bytes the values of a column may have, by the name of the column
 */
record TableChecks(
    Map<String, List<String>> literals,
    Map<String, List<TextLimit>> limits,
    Map<String, List<TextLimit>> octetLimits) {}

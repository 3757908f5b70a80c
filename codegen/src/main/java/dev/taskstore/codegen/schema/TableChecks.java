package dev.taskstore.codegen.schema;

import java.util.List;
import java.util.Map;

/**
 * The CHECKs of a table on single columns, as far as Java can evaluate them.
 *
 * @param literals the allowed texts by column
 * @param limits the limits for the length of values by column: text in code points, binary data in
 *     bytes
 * @param octetLimits the limits for the number of bytes by column
 */
record TableChecks(
    Map<String, List<String>> literals,
    Map<String, List<TextLimit>> limits,
    Map<String, List<TextLimit>> octetLimits) {}

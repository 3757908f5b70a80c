package dev.taskstore.differential.changelog;

import dev.taskstore.db.mapping.TextType;
import dev.taskstore.testdata.schema.SchemaData;
import java.util.List;
import java.util.Random;
import org.jooq.Field;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;

/** Rows whose texts no locale sorts by code point. */
final class TrialData {

  private static final int LENGTH = 8;
  private static final List<String> CODE_POINTS =
      List.of("a", "A", "b", "B", "z", "Z", "_", "-", "1", "\u00e9", "\u00c4", "\uD83D\uDE80");

  private TrialData() {}

  static SchemaData of(Schema schema) {
    SchemaData data = SchemaData.of(schema);
    for (Table<?> table : schema.getTables()) {
      for (Field<?> field : table.fields()) {
        if (field instanceof TableField<?, ?> column && isFree(table, column)) {
          data = withTexts(data, column);
        }
      }
    }
    return data;
  }

  /** Returns whether nothing but the length restricts the texts of a column. */
  private static boolean isFree(Table<?> table, TableField<?, ?> column) {
    int length = column.getDataType().length();
    TextType type = TextType.of(column.getDataType());
    return column.getType() == String.class
        && (type == TextType.TEXT || type == TextType.CHARACTER)
        && (length == 0 || length >= LENGTH)
        && table.getChecks().isEmpty()
        && table.getReferences().stream().noneMatch(key -> key.getFields().contains(column));
  }

  @SuppressWarnings("unchecked") // The column has texts.
  private static SchemaData withTexts(SchemaData data, TableField<?, ?> column) {
    return data.column((TableField<?, String>) column, TrialData::text);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(LENGTH); i >= 0; i--) {
      text.append(CODE_POINTS.get(random.nextInt(CODE_POINTS.size())));
    }
    return text.toString();
  }
}

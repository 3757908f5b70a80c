package dev.taskstore.codegen.writer;

import java.util.Set;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.TableDefinition;

/**
 * Writes jOOQ's records with a {@code toString} without the values of columns that contain personal
 * data. jOOQ creates it by reflection.
 */
public final class RedactedJavaGenerator extends ImportingJavaGenerator {

  /** The property of jOOQ's database with the marked columns, separated by blanks. */
  static final String COLUMNS = "taskstore.personal";

  /** Creates a generator. */
  public RedactedJavaGenerator() {}

  @Override
  protected void generateRecordClassFooter(TableDefinition table, JavaWriter out) {
    Set<String> marked =
        Set.of(table.getDatabase().getProperties().getProperty(COLUMNS, "").split(" "));
    if (table.getColumns().stream().noneMatch(column -> marked.contains(name(column)))) {
      return;
    }
    out.println();
    out.javadoc("Returns the values of all columns except those that contain personal data.");
    out.override();
    out.println("public %s toString() {", String.class);
    out.println(
        "return new %s(\", \", \"%s[\", \"]\")",
        out.ref("java.util.StringJoiner"), getStrategy().getJavaClassName(table, Mode.RECORD));
    for (ColumnDefinition column : table.getColumns()) {
      if (marked.contains(name(column))) {
        out.println(".add(\"%s=%s\")", column.getOutputName(), Redaction.REPLACEMENT);
      } else {
        out.println(".add(\"%s=\" + get(%s))", column.getOutputName(), column.getPosition() - 1);
      }
    }
    out.println(".toString();");
    out.println("}");
  }

  private static String name(ColumnDefinition column) {
    return column.getContainer().getName() + "." + column.getName();
  }
}

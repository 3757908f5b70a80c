package dev.taskstore.faults;

import dev.taskstore.schema.DefaultSchema;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.SchemaImpl;

/** The tables of users, tasks and tags, and tables with identity columns. All have primary keys. */
final class CopiedSchema extends SchemaImpl {

  static final Schema INSTANCE = new CopiedSchema();
  static final String CHANGELOG = "dev/taskstore/faults/change-log/copied.xml";

  private static final long serialVersionUID = 1L;

  private CopiedSchema() {
    super("", null);
  }

  @Override
  public List<Table<?>> getTables() {
    return Stream.of(
            DefaultSchema.DEFAULT_SCHEMA,
            dev.taskstore.dialect.tck.numbers.schema.DefaultSchema.DEFAULT_SCHEMA)
        .flatMap(schema -> schema.getTables().stream())
        .toList();
  }
}

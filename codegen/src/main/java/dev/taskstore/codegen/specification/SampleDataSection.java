package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;

import dev.taskstore.codegen.h2.ChangelogDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes the rows that the changelog inserts, as H2 returns them. */
final class SampleDataSection {

  private static final int MAXIMUM_ROWS = 20;
  private static final int MAXIMUM_LENGTH = 60;

  private final MarkdownDocument document;
  private final DSLContext plain;
  private final DSLContext sample;

  private SampleDataSection(
      MarkdownDocument document, ChangelogDatabase plain, ChangelogDatabase sample) {
    this.document = document;
    this.plain = DSL.using(plain.connection(), SQLDialect.H2);
    this.sample = DSL.using(sample.connection(), SQLDialect.H2);
  }

  static void write(
      MarkdownDocument document,
      SchemaFacts schema,
      String context,
      ChangelogDatabase plain,
      ChangelogDatabase sample,
      Fragments fragments) {
    document.section("Sample data");
    SampleDataSection section = new SampleDataSection(document, plain, sample);
    fragments.text("sample-data").ifPresent(document::paragraph);
    int tables = 0;
    for (TableFacts table : schema.tables()) {
      tables += section.rows(table, context);
    }
    if (tables == 0) {
      document.paragraph(
          "None: no changeset of the context " + codeSpan(context) + " inserts a row.");
    }
  }

  /** Writes the rows of a table, and returns the number of tables with rows: 0 or 1. */
  private int rows(TableFacts table, String context) {
    Set<Record> always = new HashSet<>(fetch(plain, table));
    List<Record> all = fetch(sample, table);
    if (all.isEmpty()) {
      return 0;
    }
    document.heading(codeSpan(table.name()) + " in the sample data");
    document.paragraph(origin(all, always, context));
    document.table(
        table.columns().stream().map(column -> codeSpan(column.name())).toList(),
        all.stream().limit(MAXIMUM_ROWS).map(SampleDataSection::cells).toList());
    return 1;
  }

  private static String origin(List<Record> all, Set<Record> always, String context) {
    long added = all.stream().filter(row -> !always.contains(row)).count();
    String rows = all.size() + (all.size() == 1 ? " row" : " rows");
    String shown = all.size() > MAXIMUM_ROWS ? ", of which " + MAXIMUM_ROWS + " are shown" : "";
    if (added == 0) {
      return rows + shown + ", in every database.";
    }
    return rows
        + shown
        + ", "
        + (added == all.size() ? "" : added + " of them ")
        + "inserted in the context "
        + codeSpan(context)
        + " only.";
  }

  private static List<Record> fetch(DSLContext jooq, TableFacts table) {
    List<Field<String>> columns = new ArrayList<>();
    List<Field<?>> order = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      Field<?> field = DSL.field(DSL.quotedName(column.name()));
      columns.add(field.cast(SQLDataType.VARCHAR).as(column.name()));
      order.add(field);
    }
    table
        .primaryKey()
        .ifPresent(
            key -> order.sort(Comparator.comparingInt(field -> position(key.columns(), field))));
    return List.copyOf(
        jooq.select(columns).from(DSL.table(DSL.quotedName(table.name()))).orderBy(order).fetch());
  }

  /** The columns of the key come first, in its order; the order of the others stays the same. */
  private static int position(List<String> key, Field<?> field) {
    int index = key.indexOf(field.getName());
    return index < 0 ? key.size() : index;
  }

  private static List<String> cells(Record row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i, String.class);
      cells.add(
          value == null
              ? ""
              : value.isEmpty() ? "_empty text_" : MarkdownDocument.plain(cut(value)));
    }
    return cells;
  }

  private static String cut(String value) {
    int length = value.codePointCount(0, value.length());
    return length <= MAXIMUM_LENGTH
        ? value
        : value.substring(0, value.offsetByCodePoints(0, MAXIMUM_LENGTH)) + "…";
  }
}

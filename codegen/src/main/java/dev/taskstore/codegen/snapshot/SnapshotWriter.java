package dev.taskstore.codegen.snapshot;

import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogIndex;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.merge.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a snapshot: one fact a line, in a fixed order, so that changes are easy to compare. */
final class SnapshotWriter {

  static final String HEADER =
      "# The schema that the changelog gives on its databases. Generated; do not edit.";

  static final String VERSION = "taskstore-schema 1";

  private final StringBuilder text = new StringBuilder();

  private SnapshotWriter() {}

  static String write(SchemaSnapshot snapshot) {
    SnapshotWriter writer = new SnapshotWriter();
    writer.text.append(HEADER).append('\n').append(VERSION).append('\n');
    SnapshotInputs inputs = snapshot.inputs();
    writer.line(0, "databases", inputs.databases().stream());
    writer.line(0, "contexts", inputs.contexts().stream());
    inputs.files().forEach((path, digest) -> writer.line(0, "file", Stream.of(digest, path)));
    inputs.folders().forEach((path, digest) -> writer.line(0, "folder", Stream.of(digest, path)));
    snapshot.schema().differences().forEach(writer::difference);
    snapshot.schema().catalog().tables().forEach(writer::table);
    return writer.text.toString();
  }

  private void difference(Difference difference) {
    line(0, "difference", Stream.of(difference.table(), difference.column(), difference.text()));
  }

  private void table(CatalogTable table) {
    text.append('\n');
    line(0, "table", Stream.of(table.name()));
    remark(1, table.remark());
    table.createdBy().ifPresent(key -> line(1, "changeset", parts(key)));
    table.columns().forEach(column -> column(table.createdBy(), column));
    table.primaryKey().ifPresent(key -> key("primary-key", key));
    table.uniqueKeys().forEach(key -> key("unique", key));
    table.indexes().forEach(this::index);
    table.foreignKeys().forEach(this::foreignKey);
    table.checks().forEach(check -> line(1, "check", Stream.of(check.name(), check.expression())));
  }

  private void column(Optional<ChangeSetKey> createdBy, CatalogColumn column) {
    CatalogType type = column.type();
    List<String> facts = new ArrayList<>(List.of(column.name(), type.name()));
    type.length().ifPresent(length -> facts.add("length:" + length));
    if (type.precision() != 0) {
      facts.add("precision:" + type.precision());
    }
    if (type.scale() != 0) {
      facts.add("scale:" + type.scale());
    }
    facts.add(column.nullable() ? "null" : "not-null");
    if (column.identity()) {
      facts.add("identity");
    }
    if (column.computed()) {
      facts.add("computed");
    }
    if (column.collated()) {
      facts.add("collated");
    }
    column.category().ifPresent(category -> facts.add(category.word()));
    line(1, "column", facts.stream());
    column.defaultExpression().ifPresent(written -> line(2, "default", Stream.of(written)));
    remark(2, column.remark());
    if (!column.createdBy().equals(createdBy)) {
      line(2, "changeset", column.createdBy().stream().flatMap(SnapshotWriter::parts));
    }
  }

  private void remark(int depth, String remark) {
    if (!remark.isEmpty()) {
      line(depth, "remark", Stream.of(remark));
    }
  }

  private void key(String word, CatalogKey key) {
    line(1, word, Stream.concat(Stream.of(key.name()), key.columns().stream()));
  }

  private void index(CatalogIndex index) {
    line(
        1,
        index.unique() ? "unique-index" : "index",
        Stream.concat(
            Stream.of(index.name()),
            index.keys().stream().map(key -> (key.descending() ? "-" : "+") + key.column())));
  }

  private void foreignKey(CatalogForeignKey key) {
    line(
        1,
        "foreign-key",
        Stream.concat(
            Stream.of(key.name(), key.table(), key.referencedKey(), key.onDelete(), key.onUpdate()),
            Stream.concat(key.columns().stream(), key.referencedColumns().stream())));
  }

  private static Stream<String> parts(ChangeSetKey key) {
    return Stream.of(key.file(), key.id(), key.author());
  }

  private void line(int depth, String word, Stream<String> tokens) {
    text.append("  ".repeat(depth))
        .append(
            Stream.concat(Stream.of(word), tokens.map(Tokens::quote))
                .collect(Collectors.joining(" ")))
        .append('\n');
  }
}
